package dev.platen.metric;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.metric.Metric.Source;
import dev.platen.metric.MetricValue.Flag;
import dev.platen.metric.MetricValue.Numeric;
import dev.platen.metric.MetricValue.Table;
import dev.platen.metric.MetricValue.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code metrics} of run.json: by name {@code {"type": "number" | "text" | "flag" | "table",
 * "value": …, "source": …, "cell_index": …}}. A table is {@code {"columns": […], "rows": [[…]]}}.
 *
 * <p>NaN and the infinities are the texts {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"},
 * since JSON has no numbers for them. In a table's cell these three texts are always the numbers.
 */
public final class MetricJson {
  private static final double EXACT_WHOLE = 1L << 53;

  private MetricJson() {}

  /** The metrics in their own order. */
  public static JsonObject write(Map<String, Metric> metrics) {
    return JsonObject.build(o -> metrics.forEach((name, metric) -> o.put(name, write(metric))));
  }

  private static JsonObject write(Metric metric) {
    return JsonObject.build(
        o -> {
          writeValue(metric.value(), o);
          o.put("source", metric.source().word());
          metric.cellIndex().ifPresent(index -> o.put("cell_index", index));
        });
  }

  private static void writeValue(MetricValue value, JsonObject.Builder o) {
    if (value instanceof Numeric number) {
      o.put("type", "number").put("value", number(number.value()));
    } else if (value instanceof Text text) {
      o.put("type", "text").put("value", text.value());
    } else if (value instanceof Flag flag) {
      o.put("type", "flag").put("value", flag.value());
    } else if (value instanceof Table table) {
      o.put("type", "table").put("value", table(table));
    }
  }

  /** A whole number without a point, as people write it. */
  private static JsonValue number(double value) {
    if (!Double.isFinite(value)) {
      return new JsonString(Double.toString(value));
    }
    boolean negativeZero = value == 0 && 1 / value < 0;
    return value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE && !negativeZero
        ? JsonNumber.of((long) value)
        : JsonNumber.of(value);
  }

  private static JsonObject table(Table table) {
    List<JsonValue> rows = new ArrayList<>();
    for (List<JsonValue> row : table.rows()) {
      rows.add(new JsonArray(row.stream().map(MetricJson::cell).toList()));
    }
    return JsonObject.build(
        o ->
            o.put("columns", JsonArray.ofStrings(table.columns()))
                .put("rows", new JsonArray(rows)));
  }

  private static JsonValue cell(JsonValue value) {
    return value instanceof JsonNumber n && n.value() instanceof Double d && !Double.isFinite(d)
        ? number(d)
        : value;
  }

  /** Reads what {@link #write} gives; what it doesn't know it leaves out. Never fails. */
  public static Map<String, Metric> read(JsonObject metrics) {
    Map<String, Metric> all = new LinkedHashMap<>();
    metrics
        .members()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonObject entry) {
                read(name, entry).ifPresent(metric -> all.put(name, metric));
              }
            });
    return Collections.unmodifiableMap(all);
  }

  private static Optional<Metric> read(String name, JsonObject entry) {
    Optional<Source> source = source(entry.text("source"));
    Optional<MetricValue> value = readValue(entry);
    if (source.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt cellIndex =
        entry.integer("cell_index").filter(i -> i >= 0 && i <= Integer.MAX_VALUE).stream()
            .mapToInt(Math::toIntExact)
            .findFirst();
    return Optional.of(new Metric(name, value.get(), source.get(), cellIndex));
  }

  private static Optional<Source> source(String word) {
    for (Source source : Source.values()) {
      if (source.word().equals(word)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }

  private static Optional<MetricValue> readValue(JsonObject entry) {
    JsonValue value = entry.value("value");
    return switch (entry.text("type")) {
      case "number" -> value == null ? Optional.empty() : readNumber(value).map(Numeric::new);
      case "text" -> entry.string("value").map(Text::new);
      case "flag" ->
          value instanceof JsonBoolean flag
              ? Optional.of(new Flag(flag.value()))
              : Optional.empty();
      case "table" -> readTable(entry.object("value"));
      default -> Optional.empty();
    };
  }

  private static Optional<Double> readNumber(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(number.value().doubleValue());
    }
    return value instanceof JsonString text
        ? switch (text.value()) {
          case "NaN" -> Optional.of(Double.NaN);
          case "Infinity" -> Optional.of(Double.POSITIVE_INFINITY);
          case "-Infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
          default -> Optional.empty();
        }
        : Optional.empty();
  }

  private static Optional<MetricValue> readTable(JsonObject table) {
    List<List<JsonValue>> rows = new ArrayList<>();
    for (JsonValue row : table.array("rows")) {
      List<JsonValue> cells = row instanceof JsonArray array ? array.values() : List.of();
      rows.add(cells.stream().map(MetricJson::readCell).toList());
    }
    return new JsonArray(table.array("columns"))
        .strings()
        .flatMap(columns -> PlainValue.table(columns, rows));
  }

  private static JsonValue readCell(JsonValue cell) {
    return cell instanceof JsonString
        ? readNumber(cell).<JsonValue>map(JsonNumber::of).orElse(cell)
        : cell;
  }
}
