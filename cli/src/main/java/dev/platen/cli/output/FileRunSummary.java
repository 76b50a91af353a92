package dev.platen.cli.output;

import dev.platen.execute.CellOutcome;
import dev.platen.execute.CellStatus;
import dev.platen.execute.RunStatus;
import dev.platen.fault.FaultKind;
import dev.platen.message.ErrorContent;
import dev.platen.report.Durations;
import dev.platen.run.file.FileRun;
import java.util.regex.Pattern;

/** Says how a run into one file ended, with papermill's exit codes. */
public final class FileRunSummary {
  /** The notebook's own code failed, or took too long. */
  private static final int USER_CODE_FAILED = 1;

  private static final String LINE = "-".repeat(75);
  private static final Pattern ANSI = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");

  private final Terminal terminal;
  private final String place;

  /**
   * A summary.
   *
   * @param place of the notebook that was written, as the user calls it
   */
  public FileRunSummary(Terminal terminal, String place) {
    this.terminal = terminal;
    this.place = place;
  }

  /** Prints, and tells the exit code. */
  public int print(FileRun.Result result) {
    result.execution().culprit().ifPresent(this::describe);
    RunStatus status = result.execution().status();
    return switch (status) {
      case SUCCEEDED -> 0;
      case FAILED, TIMED_OUT -> USER_CODE_FAILED;
      case KERNEL_LOST -> FaultKind.KERNEL_LOST.exitCode();
      case INTERRUPTED -> FaultKind.INTERRUPTED.exitCode();
      case PENDING, RUNNING -> FaultKind.INTERNAL.exitCode();
    };
  }

  private void describe(CellOutcome culprit) {
    String number =
        culprit.executionCount().isPresent()
            ? " (In [" + culprit.executionCount().getAsInt() + "])"
            : "";
    culprit
        .error()
        .filter(error -> culprit.status() == CellStatus.FAILED)
        .ifPresent(error -> terminal.error(traceback(culprit, error)));
    terminal.error(
        "error: cell %d%s %s%n  where: %s%n  found: %s%n  mend:  %s"
            .formatted(
                culprit.cellIndex() + 1,
                number,
                what(culprit),
                place,
                culprit.error().map(FileRunSummary::firstLine).orElse("no message"),
                mend(culprit)));
  }

  /** What papermill shows of it, which people look for in their logs. */
  private static String traceback(CellOutcome culprit, ErrorContent error) {
    String count =
        culprit.executionCount().isPresent()
            ? String.valueOf(culprit.executionCount().getAsInt())
            : "None";
    String lines = ANSI.matcher(String.join("\n", error.traceback())).replaceAll("");
    return LINE + "\nException encountered at \"In [" + count + "]\":\n" + lines;
  }

  private static String what(CellOutcome culprit) {
    return switch (culprit.status()) {
      case FAILED -> "failed";
      case TIMED_OUT ->
          "was stopped after "
              + culprit.time().map(t -> Durations.words(t.duration())).orElse("its time");
      case INTERRUPTED -> "was interrupted";
      case KERNEL_LOST -> "lost its kernel";
      case PENDING, RUNNING, COMPLETED, SKIPPED -> culprit.status().word();
    };
  }

  private static String mend(CellOutcome culprit) {
    if (culprit.error().filter(e -> e.ename().equals("StdinNotImplementedError")).isPresent()) {
      return "nobody can answer input() in a run; make the value a parameter";
    }
    return switch (culprit.status()) {
      case TIMED_OUT ->
          "give it more time, or find out what it waits for; the notebook has the rest";
      case KERNEL_LOST -> "see to its memory first; the notebook has everything that had arrived";
      case INTERRUPTED -> "run again; the notebook has everything that had arrived";
      default -> "the notebook shows it in full";
    };
  }

  private static String firstLine(ErrorContent error) {
    String message = error.evalue().lines().findFirst().orElse("");
    return message.isEmpty() ? error.ename() : error.ename() + ": " + message;
  }
}
