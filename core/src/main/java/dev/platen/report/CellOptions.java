package dev.platen.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments at the head of a code cell ask for, as in {@code #| echo: false}. They are a
 * small part of YAML: scalars, lists of scalars, text over several lines.
 *
 * @param values by key; a key without a value has none
 * @param code the cell's source without them
 * @see <a href="https://quarto.org/docs/reference/cells/cells-jupyter.html">Quarto's cell
 *     options</a>
 */
public record CellOptions(Map<String, List<String>> values, String code) {
  /** In the languages' own comments: Python, R, Julia; Java, JavaScript; SQL; TeX, Mermaid. */
  private static final List<String> MARKERS = List.of("#|", "//|", "--|", "%%|", "%|");

  private static final int MAX_LINES = 500;

  private static final Pattern MEMBER =
      Pattern.compile("([A-Za-z][\\w.-]*)[ \\t]*:(?:[ \\t]+(.*))?");
  private static final Pattern ITEM = Pattern.compile("-[ \\t]+(.*)");
  private static final Pattern IN_FLOW =
      Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^,]*)\\s*,?");

  public CellOptions {
    values = Map.copyOf(values);
  }

  /** Those of a cell's source; only its first lines count, or those after a cell magic. */
  public static CellOptions of(String source) {
    int start = 0;
    if (source.startsWith("%%") && !source.startsWith("%%|")) {
      start = source.indexOf('\n') + 1;
    }
    Optional<String> marker = markerAt(source, start);
    if (marker.isEmpty()) {
      return new CellOptions(Map.of(), source);
    }
    List<String> lines = new ArrayList<>();
    int at = start;
    while (at < source.length()
        && lines.size() < MAX_LINES
        && source.startsWith(marker.get(), at)) {
      int newline = source.indexOf('\n', at);
      int end = newline < 0 ? source.length() : newline;
      lines.add(source.substring(at + marker.get().length(), end).stripTrailing());
      at = Math.min(source.length(), end + 1);
    }
    Map<String, List<String>> values = parse(lines);
    // In Lisps such a line begins a comment.
    return values.isEmpty()
        ? new CellOptions(values, source)
        : new CellOptions(values, source.substring(0, start) + source.substring(at));
  }

  private static Optional<String> markerAt(String source, int at) {
    return MARKERS.stream().filter(marker -> source.startsWith(marker, at)).findFirst();
  }

  private static Map<String, List<String>> parse(List<String> lines) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    int margin = lines.isEmpty() ? 0 : indent(lines.get(0));
    for (String line : lines) {
      String text = line.strip();
      Matcher member = MEMBER.matcher(text);
      Matcher item = ITEM.matcher(text);
      if (indent(line) <= margin && member.matches()) {
        current = scalars(member.group(2) == null ? "" : member.group(2));
        values.put(member.group(1).toLowerCase(Locale.ROOT).replace('.', '-'), current);
      } else if (item.matches()) {
        current.add(scalar(item.group(1)));
      } else if (!text.isEmpty()) {
        append(current, text);
      }
    }
    return values;
  }

  /** A line that goes on with the text before it. */
  private static void append(List<String> values, String text) {
    int last = values.size() - 1;
    if (last < 0) {
      values.add(text);
    } else {
      values.set(last, values.get(last) + " " + text);
    }
  }

  private static List<String> scalars(String text) {
    List<String> found = new ArrayList<>();
    String value = text.strip();
    if (value.startsWith("[") && value.endsWith("]")) {
      Matcher item = IN_FLOW.matcher(value.substring(1, value.length() - 1));
      while (item.lookingAt() && item.end() > item.start()) {
        found.add(scalar(item.group(1)));
        item.region(item.end(), item.regionEnd());
      }
    } else if (!value.isEmpty() && !value.matches("[|>][+-]?")) {
      found.add(scalar(value));
    }
    return found;
  }

  private static String scalar(String text) {
    String value = text.strip();
    if (isWithin(value, '"')) {
      return inner(value).replaceAll("\\\\n", " ").replaceAll("\\\\(.)", "$1");
    } else if (isWithin(value, '\'')) {
      return inner(value).replace("''", "'");
    }
    int comment = value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }

  private static boolean isWithin(String text, char quote) {
    return text.length() > 1 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
  }

  private static String inner(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The values of the first of the keys that is there; none if none is. */
  public List<String> all(String... keys) {
    for (String key : keys) {
      List<String> found = values.get(key);
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  Optional<String> text(String key) {
    return all(key).stream().findFirst();
  }

  boolean isTrue(String key) {
    return text(key).filter("true"::equalsIgnoreCase).isPresent();
  }

  boolean isFalse(String key) {
    return text(key).filter("false"::equalsIgnoreCase).isPresent();
  }
}
