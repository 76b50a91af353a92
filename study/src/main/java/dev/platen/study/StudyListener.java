package dev.platen.study;

import dev.platen.run.RunListener;
import dev.platen.study.plan.PlanSummary;
import dev.platen.study.stats.Decision;
import dev.platen.study.trial.Trial;
import java.time.Duration;

/** Follows a study. Trials are told of by the threads that run them, many at once. */
public interface StudyListener {
  /** Does nothing. */
  StudyListener NONE = new StudyListener() {};

  /** All trials were looked at; nothing has started yet. */
  default void planned(PlanSummary summary) {}

  /**
   * A trial begins.
   *
   * @param attempt counted from 1
   * @return what follows its run, on the trial's own thread
   */
  default RunListener started(Trial trial, int attempt) {
    return RunListener.NONE;
  }

  /** A trial has ended for good, and its folder is sealed. */
  default void finished(TrialResult result) {}

  /** An attempt failed, and another one follows. */
  default void retrying(TrialResult result, Duration pause) {}

  /** Another driver ran the trial meanwhile. */
  default void doneByAnother(Trial trial) {}

  /** A point gets no further repeats. */
  default void dropped(Decision decision) {}

  /** Something that the user should know, in one line. */
  default void note(String line) {}
}
