package dev.platen.metric;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.notebook.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value that an output shows: from a table's JSON if pandas was told to send it ({@code
 * display.html.table_schema}), else from a table in HTML, else from the plain text.
 *
 * @see <a href="https://specs.frictionlessdata.io/tabular-data-resource/">tabular data resource</a>
 */
final class ShownBundle {
  private static final String DATA_RESOURCE = "application/vnd.dataresource+json";
  private static final String INDEX = "index";

  private ShownBundle() {}

  /**
   * Reads a bundle.
   *
   * @param prefix what stands before each of its MIME types
   */
  static Optional<MetricValue> parse(MimeBundle data, String prefix) {
    if (data.entries().get(prefix + DATA_RESOURCE) instanceof JsonObject resource) {
      return dataResource(resource);
    }
    return data.text(prefix + "text/html")
        .flatMap(ShownTable::parse)
        .or(() -> data.text(prefix + "text/plain").flatMap(ShownValue::parse));
  }

  private static Optional<MetricValue> dataResource(JsonObject resource) {
    List<String> columns = new ArrayList<>();
    for (JsonValue field : resource.object("schema").array("fields")) {
      columns.add(field instanceof JsonObject object ? object.text("name") : "");
    }
    List<JsonValue> records = resource.array("data");
    if (isCounted(records)) {
      columns.remove(INDEX);
    }
    List<List<JsonValue>> rows = new ArrayList<>();
    for (JsonValue value : records) {
      JsonObject cells = value instanceof JsonObject object ? object : JsonObject.EMPTY;
      rows.add(columns.stream().map(c -> cell(cells, c)).toList());
    }
    return PlainValue.table(columns, rows);
  }

  private static JsonValue cell(JsonObject cells, String column) {
    JsonValue value = cells.value(column);
    return value == null || value instanceof JsonArray ? JsonNull.NULL : value;
  }

  /** Whether pandas numbered the rows itself: 0, 1, 2, … */
  private static boolean isCounted(List<JsonValue> records) {
    for (int i = 0; i < records.size(); i++) {
      if (!(records.get(i) instanceof JsonObject cells)
          || !JsonNumber.of(i).equals(cells.value(INDEX))) {
        return false;
      }
    }
    return true;
  }
}
