package dev.platen.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  private final Runnable update;
  private final Clock clock;
  private final ScheduledExecutorService timer = Threads.timer("compare page");
  private volatile boolean outdated;
  private Instant rested;

  private PageKeeper(Runnable update, Clock clock) {
    this.update = update;
    this.clock = clock;
    this.rested = clock.instant();
  }

  static PageKeeper start(OutFolder out, Clock clock) {
    PageKeeper keeper = new PageKeeper(out::writePage, clock);
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
      update.run();
      Instant end = clock.instant();
      rested = end.plus(Duration.between(begin, end).multipliedBy(REST));
    }
  }

  /** Brings the page up to date for the last time. */
  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      update.run();
    }
  }
}
