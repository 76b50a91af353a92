package dev.platen.study;

import dev.platen.study.plan.PlanSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of a study.
 *
 * @param trials how many there are
 * @param done how many were finished before
 * @param succeeded how many were run now, and succeeded
 * @param failed those that were run now and failed, in the order in which they ended
 * @param failedBefore how many failed before and weren't run again
 * @param notRun how many are still to be run: interrupted, kept from starting by a failure or by
 *     the time, or dropped from the race
 * @param byOthers how many another driver ran meanwhile
 * @param verdict the best point against the next best, in words; empty without a goal, or as long
 *     as there are no two points to compare
 * @param stopped why not everything was run, in a clause; empty if all was
 */
public record StudyResult(
    Path outDir,
    long trials,
    long done,
    long succeeded,
    List<TrialResult> failed,
    long failedBefore,
    long notRun,
    long byOthers,
    Optional<String> verdict,
    Optional<Stop> stopped) {

  /** Why a study ended before its end. */
  public enum Stop {
    INTERRUPTED,
    TIMED_OUT,
    FAILED_FAST,
    /** Only some runs were interrupted, one by one. */
    RUNS_STOPPED
  }

  public StudyResult {
    failed = List.copyOf(failed);
  }

  static StudyResult nothingToDo(PlanSummary plan) {
    return new StudyResult(
        plan.outDir(),
        plan.trials(),
        plan.done(),
        0,
        List.of(),
        plan.failedBefore(),
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  StudyResult withVerdict(Optional<String> words) {
    return new StudyResult(
        outDir, trials, done, succeeded, failed, failedBefore, notRun, byOthers, words, stopped);
  }

  /** The compare page. */
  public Path page() {
    return outDir.resolve("index.html");
  }

  /** Whether every trial is finished, and well. */
  public boolean isComplete() {
    return failed.isEmpty() && failedBefore == 0 && stopped.isEmpty();
  }
}
