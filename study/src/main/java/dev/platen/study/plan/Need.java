package dev.platen.study.plan;

import dev.platen.study.ledger.PastRun;
import java.util.Optional;

/** Whether a trial is to be run. */
public sealed interface Need {

  /** There is a finished, sealed run of just this, and nothing that it depends on has changed. */
  record Done(PastRun run) implements Need {}

  /** Just this failed before; it isn't run again unless the user asks. */
  record FailedBefore(PastRun run) implements Need {}

  /**
   * To be run.
   *
   * @param because in words, as a clause: {@code model.py changed}
   */
  record ToRun(String because) implements Need {
    /** The reason that goes without saying. */
    public static final String NEVER_RAN = "it never ran";
  }

  /** The finished run that stands for the trial; empty if it is to be run. */
  default Optional<PastRun> standing() {
    if (this instanceof Done done) {
      return Optional.of(done.run());
    }
    return this instanceof FailedBefore failed ? Optional.of(failed.run()) : Optional.empty();
  }

  /** In words: {@code done}, {@code failed before}, {@code would run because model.py changed}. */
  default String words() {
    if (this instanceof ToRun run) {
      return "would run because " + run.because();
    }
    return this instanceof Done ? "done" : "failed before, and nothing changed since";
  }
}
