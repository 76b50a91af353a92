package dev.platen.execute;

import java.util.Locale;

/** What became of a cell. */
public enum CellStatus {
  /** Not reached. */
  PENDING,
  /** Being executed. */
  RUNNING,
  /**
   * Ran to its end, or raised what its tag {@code raises-exception} permits; also every cell that
   * isn't code.
   */
  COMPLETED,
  /** Raised an error. */
  FAILED,
  /** Was interrupted because it took too long. */
  TIMED_OUT,
  /** The kernel died while it ran. */
  KERNEL_LOST,
  /** Was interrupted by the user. */
  INTERRUPTED,
  /**
   * Has the tag {@code skip-execution}, or nothing in it; was left out; or stood behind a clean
   * {@code exit()}.
   */
  SKIPPED;

  /** The word in {@code metadata.papermill.status} and in run.json. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
