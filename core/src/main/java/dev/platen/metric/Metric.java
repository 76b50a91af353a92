package dev.platen.metric;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * One metric of one run.
 *
 * @param cellIndex the cell whose output says it, 0-based; empty when the kernel was asked after
 *     the last cell
 */
public record Metric(String name, MetricValue value, Source source, OptionalInt cellIndex) {

  /** Where a metric comes from. Of two with one name the source that stands first here counts. */
  public enum Source {
    /** An expression of the user's, evaluated after the last cell. */
    RECORD,
    /** A scrapbook scrap. */
    SCRAP,
    /** A record of papermill before 1.0. */
    PAPERMILL,
    /** A line {@code key: value} that was printed. */
    PRINTED,
    /** The bare last expression of a cell. */
    EXPRESSION;

    /** As written in run.json. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
