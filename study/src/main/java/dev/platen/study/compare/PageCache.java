package dev.platen.study.compare;

/**
 * What is known of the runs from one page to the next.
 *
 * @param rows each run's line in the page's data
 * @param shelf what lies in their folders
 */
record PageCache(RunCache<String> rows, RunShelf shelf) {
  PageCache() {
    this(new RunCache<>(), new RunShelf());
  }
}
