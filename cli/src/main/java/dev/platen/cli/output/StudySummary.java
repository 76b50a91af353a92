package dev.platen.cli.output;

import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.study.StudyResult;
import dev.platen.study.TrialResult;
import java.util.ArrayList;
import java.util.List;

/** Says what became of a study, and where its page is. */
public final class StudySummary {
  private static final int FAILURES_SHOWN = 10;

  private final Terminal terminal;
  private final boolean json;

  public StudySummary(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** Prints, and tells the exit code. */
  public int print(StudyResult result) {
    failures(result.failed());
    terminal.say(counts(result));
    result.verdict().ifPresent(terminal::say);
    if (json) {
      terminal.result(toJson(result));
    } else {
      terminal.result(result.page().toString());
    }
    return exitCode(result);
  }

  private void failures(List<TrialResult> failed) {
    failed.stream().limit(FAILURES_SHOWN).forEach(this::failure);
    if (failed.size() > FAILURES_SHOWN) {
      terminal.error("… and " + (failed.size() - FAILURES_SHOWN) + " more");
    }
  }

  private void failure(TrialResult result) {
    terminal.error(
        "error: %s %s\n  found: %s\n  mend:  the report shows it in full: %s"
            .formatted(
                result.trial().display(),
                result.run().status().word().replace('_', ' '),
                result.run().error(),
                result.run().folder().report()));
  }

  private static String counts(StudyResult result) {
    List<String> parts = new ArrayList<>();
    parts.add(result.succeeded() + " succeeded");
    add(parts, result.failed().size(), "failed");
    add(parts, result.done(), "done before");
    add(parts, result.byOthers(), "run by another sweep");
    add(parts, result.failedBefore(), "failed before (--retry-failed runs them again)");
    add(parts, result.notRun(), "not run" + why(result));
    return String.join(", ", parts);
  }

  private static String why(StudyResult result) {
    if (result.stopped().isEmpty()) {
      return ": their points lost the race";
    }
    return switch (result.stopped().get()) {
      case INTERRUPTED -> ": interrupted; the same command goes on";
      case TIMED_OUT -> ": the study's time was over; the same command goes on";
      case FAILED_FAST -> ": stopped at the first failure";
      case RUNS_STOPPED -> ": stopped one by one; the same command runs them";
    };
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static JsonObject toJson(StudyResult result) {
    return JsonObject.build(
        o -> {
          o.put("trials", result.trials())
              .put("done_before", result.done())
              .put("succeeded", result.succeeded())
              .put("failed", result.failed().size())
              .put("failed_before", result.failedBefore())
              .put("by_others", result.byOthers())
              .put("not_run", result.notRun())
              .put("page", result.page().toString());
          result.verdict().ifPresent(words -> o.put("verdict", words));
        });
  }

  private static int exitCode(StudyResult result) {
    boolean interrupted =
        result.stopped().filter(stop -> stop == StudyResult.Stop.INTERRUPTED).isPresent();
    if (interrupted) {
      return FaultKind.INTERRUPTED.exitCode();
    }
    return result.isComplete() ? 0 : FaultKind.STUDY_INCOMPLETE.exitCode();
  }
}
