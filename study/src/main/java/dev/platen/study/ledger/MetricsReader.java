package dev.platen.study.ledger;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.metric.Metric;
import dev.platen.metric.Metric.Source;
import dev.platen.metric.MetricValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the metrics of a run.json. What a later Platen may write in another form is left out. */
final class MetricsReader {
  private final Interner interner;

  MetricsReader(Interner interner) {
    this.interner = interner;
  }

  /**
   * Reads them.
   *
   * @param json the member {@code metrics} of run.json
   */
  Map<String, Metric> read(JsonObject json) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    json.members()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonObject metric) {
                metric(interner.one(name), metric).ifPresent(m -> metrics.put(m.name(), m));
              }
            });
    return metrics;
  }

  private static Optional<Metric> metric(String name, JsonObject json) {
    Optional<Source> source =
        Stream.of(Source.values()).filter(s -> s.word().equals(json.text("source"))).findFirst();
    Optional<Long> cell = json.integer("cell_index");
    OptionalInt cellIndex =
        cell.isPresent()
            ? OptionalInt.of(Math.toIntExact(cell.get() & Integer.MAX_VALUE))
            : OptionalInt.empty();
    return source.flatMap(s -> value(json).map(value -> new Metric(name, value, s, cellIndex)));
  }

  private static Optional<MetricValue> value(JsonObject json) {
    JsonValue value = json.value("value");
    return switch (json.text("type")) {
      case "number" -> number(value);
      case "text" ->
          value instanceof JsonString text
              ? Optional.of(new MetricValue.Text(text.value()))
              : Optional.empty();
      case "flag" ->
          value instanceof JsonBoolean flag
              ? Optional.of(new MetricValue.Flag(flag.value()))
              : Optional.empty();
      case "table" -> value instanceof JsonObject table ? table(table) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** NaN and the infinities are text, by their names in JavaScript. */
  private static Optional<MetricValue> number(@Nullable JsonValue value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(new MetricValue.Numeric(number.value().doubleValue()));
    }
    String name = value instanceof JsonString text ? text.value() : "";
    return switch (name) {
      case "NaN" -> Optional.of(new MetricValue.Numeric(Double.NaN));
      case "Infinity" -> Optional.of(new MetricValue.Numeric(Double.POSITIVE_INFINITY));
      case "-Infinity" -> Optional.of(new MetricValue.Numeric(Double.NEGATIVE_INFINITY));
      default -> Optional.empty();
    };
  }

  private static Optional<MetricValue> table(JsonObject json) {
    Optional<List<String>> columns = new JsonArray(json.array("columns")).strings();
    List<List<JsonValue>> rows = new ArrayList<>();
    for (JsonValue row : json.array("rows")) {
      if (!(row instanceof JsonArray cells)
          || cells.values().size() != columns.map(List::size).orElse(-1)) {
        return Optional.empty();
      }
      rows.add(cells.values());
    }
    return columns.map(names -> new MetricValue.Table(names, rows));
  }
}
