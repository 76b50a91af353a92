package dev.platen.report;

import java.util.List;
import java.util.OptionalInt;

/**
 * A metric as a reader sees it.
 *
 * @param shown one value, or what is wrong; more values at once make a table
 * @param source where it comes from, as people say it, in front of the cell's number if there is
 *     one
 * @param cellIndex the cell that gave it, 0-based
 */
public record ReportMetric(String name, Shown shown, String source, OptionalInt cellIndex) {

  /** What stands in the column of values. */
  public sealed interface Shown {}

  /** A number, a truth value or a text. */
  public record Value(String text) implements Shown {}

  /** Why there is no value. */
  public record Missing(String reason) implements Shown {}

  /**
   * A small table.
   *
   * @param rows as long as {@code columns} each
   */
  public record Table(List<String> columns, List<List<String>> rows) implements Shown {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
