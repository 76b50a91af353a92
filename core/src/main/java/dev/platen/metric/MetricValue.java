package dev.platen.metric;

import dev.platen.json.JsonValue;
import java.util.List;

/** What a metric is. */
public sealed interface MetricValue {

  /** A number; NaN and the infinities too. Whole numbers beyond 2^53 are rounded. */
  record Numeric(double value) implements MetricValue {}

  record Text(String value) implements MetricValue {}

  record Flag(boolean value) implements MetricValue {}

  /**
   * A small table.
   *
   * @param rows as long as {@code columns} each; cells are text, numbers, booleans or null
   */
  record Table(List<String> columns, List<List<JsonValue>> rows) implements MetricValue {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
