package dev.platen.metric;

import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A small table in the HTML that pandas makes of a data frame. Its numbers are those that were
 * shown, so rounded to six digits. What spans several cells, or was cut short with an ellipsis,
 * isn't read.
 */
final class ShownTable {
  private static final int LONGEST_HTML = 200_000;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private final String html;
  private final List<List<String>> heads = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private boolean inHead;
  private StringBuilder cell = new StringBuilder();

  private ShownTable(String html) {
    this.html = html;
  }

  /** Reads the first table; empty when there is none that is small and plain. Never fails. */
  static Optional<MetricValue> parse(String html) {
    int start = html.length() > LONGEST_HTML ? -1 : html.indexOf("<table");
    int end = start < 0 ? -1 : html.indexOf("</table", start);
    if (end < 0) {
      return Optional.empty();
    }
    ShownTable table = new ShownTable(html.substring(start, end));
    return table.scan() ? table.value() : Optional.empty();
  }

  /** Whether every tag is one of a plain table. */
  private boolean scan() {
    int position = 0;
    while (position < html.length()) {
      int open = html.indexOf('<', position);
      int close = open < 0 ? -1 : html.indexOf('>', open);
      if (close < 0) {
        return true;
      }
      cell.append(html, position, open);
      String tag = html.substring(open + 1, close);
      if (tag.contains("colspan") || tag.contains("rowspan")) {
        return false;
      }
      tag(tag.split("\\s", 2)[0]);
      position = close + 1;
    }
    return true;
  }

  private void tag(String name) {
    switch (name) {
      case "thead" -> inHead = true;
      case "/thead" -> inHead = false;
      case "tr" -> {
        row = new ArrayList<>();
        (inHead ? heads : rows).add(row);
      }
      case "th", "td" -> cell = new StringBuilder();
      case "/th", "/td" -> row.add(unescaped(cell.toString().strip()));
      default -> {
        // Styles within a cell say nothing of its value.
      }
    }
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }

  private Optional<MetricValue> value() {
    boolean indexIsNamed = heads.size() == 2 && namesIndex(heads.get(1));
    if (heads.size() != 1 && !indexIsNamed) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>(heads.get(0));
    if (indexIsNamed && !columns.isEmpty()) {
      columns.set(0, heads.get(1).get(0));
    }
    if (rows.stream().anyMatch(r -> r.contains("...") || r.size() != columns.size())) {
      return Optional.empty();
    }
    int first = isCounted(columns) ? 1 : 0;
    return PlainValue.table(
        columns.subList(first, columns.size()),
        rows.stream()
            .map(r -> r.subList(first, r.size()).stream().map(ShownTable::json).toList())
            .toList());
  }

  /** pandas names a data frame's index in a second row of heads, which is blank otherwise. */
  private static boolean namesIndex(List<String> head) {
    return !head.isEmpty() && head.stream().skip(1).allMatch(String::isEmpty);
  }

  /** Whether the first column only numbers the rows: 0, 1, 2, … */
  private boolean isCounted(List<String> columns) {
    if (columns.size() < 2 || !columns.get(0).isEmpty()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).get(0).equals(Integer.toString(i))) {
        return false;
      }
    }
    return true;
  }

  private static JsonValue json(String shown) {
    if (WHOLE.matcher(shown).matches()) {
      return JsonNumber.of(Long.parseLong(shown));
    }
    OptionalDouble number = NumberText.parse(shown);
    if (number.isPresent()) {
      return JsonNumber.of(number.getAsDouble());
    }
    return switch (shown) {
      case "True" -> JsonBoolean.TRUE;
      case "False" -> JsonBoolean.FALSE;
      case "None", "<NA>", "NaT" -> JsonNull.NULL;
      default -> new JsonString(shown);
    };
  }
}
