package dev.platen.study;

import dev.platen.study.plan.Need;
import dev.platen.study.plan.PlannedTrial;
import dev.platen.study.trial.Trial;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Hands out the trials that are to be run, one after the other, to any thread. */
final class TrialFeed {
  private final Iterator<PlannedTrial> plan;
  private final Predicate<Trial> isWanted;
  private boolean closed;
  private long passed;

  /**
   * A feed.
   *
   * @param isWanted asked at the moment when a trial would be handed out
   */
  TrialFeed(Stream<PlannedTrial> plan, Predicate<Trial> isWanted) {
    this.plan = plan.iterator();
    this.isWanted = isWanted;
  }

  /** The next trial; empty when there are no more. */
  synchronized Optional<Trial> next() {
    while (!closed && plan.hasNext()) {
      PlannedTrial next = plan.next();
      if (!(next.need() instanceof Need.ToRun)) {
        passed++;
      } else if (isWanted.test(next.trial())) {
        return Optional.of(next.trial());
      }
    }
    return Optional.empty();
  }

  /** How many were passed over so far because they needn't be run any more. */
  synchronized long passed() {
    return passed;
  }

  /** Nothing more is handed out. */
  synchronized void close() {
    closed = true;
  }
}
