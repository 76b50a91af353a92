package dev.platen.study.compare;

import dev.platen.report.html.TrustedHtml;
import java.util.List;

/**
 * What is known of the runs from one page to the next.
 *
 * @param rows each run's line in the page's data
 * @param runRows its row of a table
 * @param pointRows by a point's first run the point's row
 * @param shelf what lies in their folders
 */
record PageCache(
    RunCache<String> rows,
    RunCache<TrustedHtml> runRows,
    RunCache<TrustedHtml> pointRows,
    RunShelf shelf) {
  PageCache() {
    this(new RunCache<>(), new RunCache<>(), new RunCache<>(), new RunShelf());
  }

  /** Begins to write the tables anew. */
  void beginTables() {
    runRows.begin(List.of());
    pointRows.begin(List.of());
  }
}
