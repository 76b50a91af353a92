package dev.platen.study;

import dev.platen.study.plan.Need;
import dev.platen.study.plan.PlannedTrial;
import dev.platen.study.trial.Trial;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Hands out the trials that are to be run, one after the other, to any thread. */
final class TrialFeed {
  private final Iterator<PlannedTrial> plan;
  private final Predicate<Trial> isWanted;
  private final Consumer<PlannedTrial> passedOver;
  private boolean closed;

  /**
   * A feed.
   *
   * @param isWanted asked at the moment when a trial would be handed out
   * @param passedOver is told of the trials that needn't be run
   */
  TrialFeed(
      Stream<PlannedTrial> plan, Predicate<Trial> isWanted, Consumer<PlannedTrial> passedOver) {
    this.plan = plan.iterator();
    this.isWanted = isWanted;
    this.passedOver = passedOver;
  }

  /** The next trial; empty when there are no more. */
  synchronized Optional<Trial> next() {
    while (!closed && plan.hasNext()) {
      PlannedTrial next = plan.next();
      if (!(next.need() instanceof Need.ToRun)) {
        passedOver.accept(next);
      } else if (isWanted.test(next.trial())) {
        return Optional.of(next.trial());
      }
    }
    return Optional.empty();
  }

  /** Nothing more is handed out. */
  synchronized void close() {
    closed = true;
  }
}
