package dev.platen.execute;

import java.util.Locale;

/** What became of a run. */
public enum RunStatus {
  PENDING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  KERNEL_LOST,
  INTERRUPTED;

  /** The word in run.json. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a run that stops at a cell of this status. */
  static RunStatus stoppedBy(CellStatus cell) {
    return switch (cell) {
      case FAILED -> FAILED;
      case TIMED_OUT -> TIMED_OUT;
      case KERNEL_LOST -> KERNEL_LOST;
      case INTERRUPTED -> INTERRUPTED;
      case PENDING, RUNNING, COMPLETED, SKIPPED -> SUCCEEDED;
    };
  }
}
