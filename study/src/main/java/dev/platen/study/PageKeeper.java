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
import java.util.function.Consumer;

/**
 * Keeps the compare page up to date while a study runs: soon after a run has ended, but for a small
 * share of the time only, however many runs there are. What can't be written is tried again at the
 * next turn: a disk may be full for a while only.
 */
final class PageKeeper implements AutoCloseable {
  private static final long LOOK_MILLIS = 1000;

  /** Between two updates passes so many times what the last one took. */
  private static final int REST = 30;

  private final Clock clock;
  private final ScheduledExecutorService timer = Threads.timer("compare page");
  private final Consumer<String> note;
  private final ComparePages pages = new ComparePages();
  private volatile boolean outdated;
  private boolean warned;
  private Ledger ledger;
  private Instant rested;

  /**
   * A keeper that has no timer yet.
   *
   * @param note is told, once, when the page can't be written
   */
  PageKeeper(Ledger ledger, Clock clock, Consumer<String> note) {
    this.ledger = ledger;
    this.clock = clock;
    this.note = note;
    this.rested = clock.instant();
  }

  static PageKeeper start(Ledger ledger, Clock clock, Consumer<String> note) {
    PageKeeper keeper = new PageKeeper(ledger, clock, note);
    var unused =
        keeper.timer.scheduleWithFixedDelay(
            keeper::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return keeper;
  }

  /** A run has ended. */
  void outdated() {
    outdated = true;
  }

  /** The timer's turn. */
  synchronized void look() {
    Instant begin = clock.instant();
    if (outdated && !begin.isBefore(rested)) {
      outdated = false;
      tryToWrite();
      Instant end = clock.instant();
      rested = end.plus(Duration.between(begin, end).multipliedBy(REST));
    }
  }

  /** A timer ends at the first exception, silently. One that stays comes again at the end. */
  private void tryToWrite() {
    try {
      write();
    } catch (RuntimeException e) {
      outdated = true;
      if (!warned) {
        warned = true;
        note.accept("the compare page isn't up to date: " + e.getMessage() + "; it is tried again");
      }
    }
  }

  private void write() {
    ledger = ledger.refresh();
    var unused = pages.write(ledger);
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
