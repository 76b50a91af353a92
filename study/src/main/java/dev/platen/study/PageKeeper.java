package dev.platen.study;

import dev.platen.run.Template;
import dev.platen.study.compare.ComparePages;
import dev.platen.study.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the compare page up to date while a study runs: soon after a run has ended, but for a small
 * share of the time only, however many runs there are.
 */
final class PageKeeper implements AutoCloseable {
  private static final long LOOK_MILLIS = 1000;

  /** Between two updates passes so many times what the last one took. */
  private static final int REST = 30;

  private final Clock clock;
  private final ScheduledExecutorService timer = Threads.timer("compare page");
  private volatile boolean outdated;
  private Ledger ledger;
  private Instant rested;

  private PageKeeper(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
    this.rested = clock.instant();
  }

  static PageKeeper start(Ledger ledger, Clock clock) {
    PageKeeper keeper = new PageKeeper(ledger, clock);
    var unused =
        keeper.timer.scheduleWithFixedDelay(
            keeper::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return keeper;
  }

  /** A run has ended. */
  void outdated() {
    outdated = true;
  }

  private synchronized void look() {
    Instant begin = clock.instant();
    if (outdated && !begin.isBefore(rested)) {
      outdated = false;
      write();
      Instant end = clock.instant();
      rested = end.plus(Duration.between(begin, end).multipliedBy(REST));
    }
  }

  private void write() {
    ledger = ledger.refresh();
    var unused = ComparePages.update(ledger);
  }

  /**
   * What the runs say, in words, when the page was last written.
   *
   * @param trials how many the study has; the folder may hold other runs of its template as well
   */
  synchronized Optional<String> verdict(Template template, long trials) {
    String path = template.path().toString();
    long runs = ledger.current().stream().filter(run -> run.template().equals(path)).count();
    String scope = runs > trials ? "over all runs in this folder: " : "";
    return ComparePages.verdict(ledger, path).map(words -> scope + words);
  }

  /** Brings the page up to date for the last time. */
  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      write();
    }
  }
}
