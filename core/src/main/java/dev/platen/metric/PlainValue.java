package dev.platen.metric;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.metric.MetricValue.Flag;
import dev.platen.metric.MetricValue.Numeric;
import dev.platen.metric.MetricValue.Table;
import dev.platen.metric.MetricValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Metrics from JSON. A scalar is itself. A table is a list of objects with a column for every key;
 * or an object of lists, each a column; or a list of lists, whose columns are numbered from 0; a
 * list of scalars is one column, an object of scalars one row.
 */
public final class PlainValue {
  /** The most cells that a table may have: it is for people to look at. */
  public static final int MOST_CELLS = 1000;

  /** The name of the column that a plain list becomes. */
  private static final String ONLY_COLUMN = "value";

  private PlainValue() {}

  /** The metric; empty for null, for a long text, for what is no small table. Never fails. */
  public static Optional<MetricValue> of(JsonValue value) {
    return switch (value.kind()) {
      case NUMBER -> Optional.of(new Numeric(((JsonNumber) value).value().doubleValue()));
      case BOOLEAN -> Optional.of(new Flag(((JsonBoolean) value).value()));
      case STRING ->
          Optional.of(((JsonString) value).value())
              .filter(text -> text.length() <= ShownValue.LONGEST_TEXT)
              .map(Text::new);
      case NULL -> Optional.empty();
      case ARRAY -> ofList(((JsonArray) value).values());
      case OBJECT -> ofObject((JsonObject) value);
    };
  }

  private static Optional<MetricValue> ofList(List<JsonValue> values) {
    if (values.isEmpty() || values.size() > MOST_CELLS) {
      return Optional.empty();
    }
    return switch (values.get(0).kind()) {
      case OBJECT -> ofRecords(values);
      case ARRAY -> ofRows(values);
      default -> table(List.of(ONLY_COLUMN), values.stream().map(List::of).toList());
    };
  }

  private static Optional<MetricValue> ofRecords(List<JsonValue> values) {
    Set<String> columns = new LinkedHashSet<>();
    for (JsonValue value : values) {
      if (!(value instanceof JsonObject object)) {
        return Optional.empty();
      }
      columns.addAll(object.members().keySet());
      if ((long) columns.size() * values.size() > MOST_CELLS) {
        return Optional.empty();
      }
    }
    List<List<JsonValue>> rows = new ArrayList<>();
    for (JsonValue value : values) {
      Map<String, JsonValue> cells = ((JsonObject) value).members();
      rows.add(columns.stream().map(c -> cells.getOrDefault(c, JsonNull.NULL)).toList());
    }
    return table(List.copyOf(columns), rows);
  }

  private static Optional<MetricValue> ofRows(List<JsonValue> values) {
    List<List<JsonValue>> rows = new ArrayList<>();
    for (JsonValue value : values) {
      if (!(value instanceof JsonArray row) || row.values().size() > MOST_CELLS) {
        return Optional.empty();
      }
      rows.add(row.values());
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      columns.add(Integer.toString(i));
    }
    return table(columns, rows);
  }

  private static Optional<MetricValue> ofObject(JsonObject object) {
    List<String> columns = List.copyOf(object.members().keySet());
    if (columns.isEmpty() || columns.size() > MOST_CELLS) {
      return Optional.empty();
    }
    if (object.members().values().stream().noneMatch(JsonArray.class::isInstance)) {
      return table(columns, List.of(List.copyOf(object.members().values())));
    }
    List<List<JsonValue>> rows = new ArrayList<>();
    int length = object.array(columns.get(0)).size();
    for (int row = 0; row < length && row <= MOST_CELLS; row++) {
      List<JsonValue> cells = new ArrayList<>();
      for (String column : columns) {
        List<JsonValue> values = object.array(column);
        if (values.size() != length) {
          return Optional.empty();
        }
        cells.add(values.get(row));
      }
      rows.add(cells);
    }
    return table(columns, rows);
  }

  /** The table, if it is one: small, every row as long as the heads, every cell a scalar. */
  public static Optional<MetricValue> table(List<String> columns, List<List<JsonValue>> rows) {
    if (columns.isEmpty() || (long) columns.size() * Math.max(1, rows.size()) > MOST_CELLS) {
      return Optional.empty();
    }
    for (List<JsonValue> row : rows) {
      if (row.size() != columns.size() || !row.stream().allMatch(PlainValue::isCell)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Table(columns, rows));
  }

  private static boolean isCell(JsonValue value) {
    return switch (value.kind()) {
      case NUMBER, BOOLEAN, NULL -> true;
      case STRING -> ((JsonString) value).value().length() <= ShownValue.LONGEST_TEXT;
      case ARRAY, OBJECT -> false;
    };
  }
}
