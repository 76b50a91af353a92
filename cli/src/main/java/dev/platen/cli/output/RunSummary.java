package dev.platen.cli.output;

import dev.platen.execute.CellOutcome;
import dev.platen.execute.CellStatus;
import dev.platen.execute.Execution;
import dev.platen.execute.RunStatus;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.message.ErrorContent;
import dev.platen.report.Durations;
import dev.platen.run.RunFolder;
import dev.platen.run.RunResult;
import java.util.Locale;

/** Says how a run ended, and where its report is. */
public final class RunSummary {
  /** The notebook's own code failed, or took too long. */
  private static final int USER_CODE_FAILED = 1;

  private final Terminal terminal;
  private final boolean json;

  public RunSummary(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** Prints, and tells the exit code. */
  public int print(RunResult result) {
    Execution execution = result.execution();
    String words = execution.status().word().replace('_', ' ');
    execution.culprit().ifPresent(culprit -> describe(culprit, result.folder()));
    terminal.say(words + " in " + Durations.words(result.duration()));
    if (json) {
      terminal.result(toJson(result));
    } else {
      terminal.result(result.folder().report().toString());
    }
    return exitCode(execution.status());
  }

  private void describe(CellOutcome culprit, RunFolder folder) {
    StringBuilder text = new StringBuilder("error: cell ").append(culprit.cellIndex() + 1);
    culprit.executionCount().ifPresent(count -> text.append(" (In [").append(count).append("])"));
    text.append(' ').append(what(culprit));
    culprit
        .error()
        .filter(error -> culprit.status() == CellStatus.FAILED)
        .ifPresent(error -> text.append("\n  found: ").append(firstLine(error)));
    if (culprit.error().filter(e -> e.ename().equals("StdinNotImplementedError")).isPresent()) {
      text.append("\n  mend:  nobody can answer input() in a run; make the value a parameter");
    } else {
      text.append("\n  mend:  the report shows it in full: ").append(folder.report());
    }
    terminal.error(text.toString());
  }

  private static String what(CellOutcome culprit) {
    return switch (culprit.status()) {
      case FAILED -> "failed";
      case TIMED_OUT ->
          "was stopped after "
              + culprit.time().map(t -> Durations.words(t.duration())).orElse("its time");
      case INTERRUPTED -> "was interrupted";
      case KERNEL_LOST ->
          "lost its kernel: " + culprit.error().map(ErrorContent::evalue).orElse("it ended");
      case PENDING, RUNNING, COMPLETED, SKIPPED -> culprit.status().word();
    };
  }

  private static String firstLine(ErrorContent error) {
    String message = error.evalue().lines().findFirst().orElse("");
    return message.isEmpty() ? error.ename() : error.ename() + ": " + message;
  }

  private static JsonObject toJson(RunResult result) {
    RunFolder folder = result.folder();
    return JsonObject.build(
        o ->
            o.put("status", result.execution().status().word())
                .put("id", folder.id())
                .put("folder", folder.path().toString())
                .put("report", folder.report().toString())
                .put("notebook", folder.notebook().toString())
                .put(
                    "seconds",
                    JsonNumber.of(
                        Double.parseDouble(
                            String.format(
                                Locale.ROOT, "%.6f", result.duration().toNanos() / 1e9)))));
  }

  private static int exitCode(RunStatus status) {
    return switch (status) {
      case SUCCEEDED -> 0;
      case FAILED, TIMED_OUT -> USER_CODE_FAILED;
      case KERNEL_LOST -> FaultKind.KERNEL_LOST.exitCode();
      case INTERRUPTED -> FaultKind.INTERRUPTED.exitCode();
      case PENDING, RUNNING -> FaultKind.INTERNAL.exitCode();
    };
  }
}
