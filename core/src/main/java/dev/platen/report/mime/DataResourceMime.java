package dev.platen.report.mime;

import dev.platen.json.JsonNull;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.report.html.HtmlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tables as data, written as tables.
 *
 * @see <a href="https://specs.frictionlessdata.io/tabular-data-resource/">Tabular data resource</a>
 */
final class DataResourceMime implements MimeRenderer {
  private static final int MAX_ROWS = 1000;
  private static final Set<String> NUMBERS = Set.of("number", "integer");

  private record Column(String name, boolean numeric) {}

  @Override
  public List<String> types() {
    return List.of("application/vnd.dataresource+json");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    JsonValue value = representation.bundle().entries().get(representation.type());
    if (!(value instanceof JsonObject resource)) {
      return false;
    }
    List<Column> columns =
        resource.object("schema").array("fields").stream()
            .filter(JsonObject.class::isInstance)
            .map(field -> column((JsonObject) field))
            .toList();
    List<JsonValue> rows = resource.array("data");
    if (columns.isEmpty() || !rows.stream().allMatch(JsonObject.class::isInstance)) {
      return false;
    }
    representation.place().caption().ifPresent(caption -> html.element("p", "caption", caption));
    html.open("div", "out html").open("table", "dataframe").line().open("thead").open("tr");
    columns.forEach(column -> head(column, html));
    html.close().close().line().open("tbody").line();
    rows.stream().limit(MAX_ROWS).forEach(row -> row((JsonObject) row, columns, html));
    html.close().close().close();
    if (rows.size() > MAX_ROWS) {
      html.open("p", "unshown");
      html.text(String.format(Locale.ROOT, "The first %,d of %,d rows", MAX_ROWS, rows.size()));
      Saving.write(representation.type(), value, representation.place(), html);
      html.close();
    }
    return true;
  }

  private static Column column(JsonObject field) {
    return new Column(field.text("name"), NUMBERS.contains(field.text("type")));
  }

  private static void head(Column column, HtmlWriter html) {
    html.open("th").attribute("scope", "col").attribute("class", column.numeric ? "num" : null);
    html.text(column.name).close();
  }

  private static void row(JsonObject row, List<Column> columns, HtmlWriter html) {
    html.open("tr");
    for (Column column : columns) {
      html.open("td").attribute("class", column.numeric ? "num" : null);
      html.text(text(row.value(column.name))).close();
    }
    html.close().line();
  }

  private static String text(@org.jspecify.annotations.Nullable JsonValue value) {
    if (value == null || value instanceof JsonNull) {
      return "";
    }
    return value instanceof JsonString s ? s.value() : JsonWriter.compactText(value);
  }
}
