package dev.platen.study.spec;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonString;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.read.ArgumentReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A study file that is put together from a command line's words, a line a key. What is a value is
 * taken as it is written, so that it means what it means in a file; what is text is quoted.
 */
public final class StudyLines {
  /** Other braces are a value: an architecture of several parameters. */
  private static final Pattern STEPS = Pattern.compile("^\\{\\s*['\"]?(log|range|steps)\\b");

  private final List<String> lines = new ArrayList<>();

  /** How many keys there are. */
  public int count() {
    return lines.size();
  }

  /** The file. */
  public String text() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** A key with text, if there is any. */
  public void text(String key, @Nullable String text) {
    value(key, text == null ? null : quoted(text));
  }

  /** A key with a value, if there is one. */
  public void value(String key, @Nullable String value) {
    if (value != null) {
      lines.add(key + ": " + value);
    }
  }

  /** A mapping of values. */
  public void values(String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      lines.add(
          key
              + ": "
              + values.entrySet().stream()
                  .map(each -> quoted(each.getKey()) + ": " + each.getValue())
                  .collect(Collectors.joining(", ", "{", "}")));
    }
  }

  /** A mapping of text. */
  public void texts(String key, Map<String, String> texts) {
    Map<String, String> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, quoted(text)));
    values(key, values);
  }

  /** A list of text. */
  public void texts(String key, List<String> texts) {
    if (!texts.isEmpty()) {
      lines.add(
          key
              + ": "
              + texts.stream().map(StudyLines::quoted).collect(Collectors.joining(", ", "[", "]")));
    }
  }

  /** A mapping of lists: {@code 8,16} is one, and so is what has brackets, or says its steps. */
  public void lists(String key, Map<String, String> lists) {
    Map<String, String> values = new LinkedHashMap<>();
    lists.forEach((name, list) -> values.put(name, list(list)));
    values(key, values);
  }

  /** A mapping from words {@code name=value}. */
  public void assignments(String key, List<String> words) {
    values(key, assignments(words, key));
  }

  /**
   * Rows of assignments {@code arch=mlp,layers=2}, or the name of a table in the working folder.
   */
  public void rows(String key, List<String> rows) {
    if (rows.size() == 1 && rows.get(0).endsWith(".csv")) {
      text(key, Path.of(rows.get(0)).toAbsolutePath().toString());
    } else if (!rows.isEmpty()) {
      lines.add(key + ": " + rows.stream().map(StudyLines::row).toList());
    }
  }

  /** A parameter's name, or {@code name=3,14,15}. */
  public void seed(@Nullable String seed) {
    if (seed != null && seed.contains("=")) {
      int equals = seed.indexOf('=');
      lists("seed", Map.of(seed.substring(0, equals), seed.substring(equals + 1)));
    } else {
      text("seed", seed);
    }
  }

  private static String row(String row) {
    if (row.startsWith("{")) {
      return row;
    }
    return assignments(parts(row), "together").entrySet().stream()
        .map(each -> quoted(each.getKey()) + ": " + each.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Divided at the commas that are in no brackets, braces or quotes. */
  private static List<String> parts(String row) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && i > 0 && "=[{, :".indexOf(row.charAt(i - 1)) >= 0) {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(row.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(row.substring(start));
    return parts;
  }

  /** Each value is one word of the command line, and becomes JSON, which is YAML. */
  private static Map<String, String> assignments(List<String> words, String key) {
    Map<String, String> assigned = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw Fault.of(FaultKind.USAGE, "'" + word + "' is no name=value")
            .where("the command line, " + key)
            .found(equals < 0 ? "no '='" : "no name before '='")
            .mend("write a parameter's name, an equals sign and its value, such as hidden=32");
      }
      ParameterValue value =
          ArgumentReader.value(word.substring(equals + 1), "argument '" + word + "'");
      String name = word.substring(0, equals).strip();
      if (assigned.put(name, JsonWriter.compactText(value.toJson())) != null) {
        throw Fault.of(FaultKind.USAGE, "parameter '" + name + "' is given twice")
            .where("the command line, " + key)
            .found(String.join(", ", words))
            .mend("keep one of them");
      }
    }
    return assigned;
  }

  private static String list(String values) {
    return values.startsWith("[") || STEPS.matcher(values).find() ? values : "[" + values + "]";
  }

  private static String quoted(String text) {
    return JsonWriter.compactText(new JsonString(text));
  }
}
