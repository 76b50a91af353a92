package dev.platen.fault;

/**
 * What sort of thing went wrong. The kind alone fixes the exit code and whether trying again may
 * help.
 */
public enum FaultKind {
  /** A bad flag or argument. */
  USAGE(2, false),
  /** The notebook file is wrong; nothing was started. */
  NOTEBOOK_INVALID(3, false),
  /** A parameter is wrong; nothing was started. */
  PARAMETER_INVALID(3, false),
  /** The study file is wrong; nothing was started. */
  STUDY_INVALID(3, false),
  /** A sealed run is not what its seal says. */
  SEAL_BROKEN(3, false),
  /** No kernelspec of that name, or none at all. */
  KERNEL_NOT_FOUND(4, false),
  /** The kernel process died, or never answered, before the first cell. */
  KERNEL_NO_START(4, true),
  /** The kernel died under way; 138 is papermill's code for it. */
  KERNEL_LOST(138, true),
  /** Reading or writing is not permitted. */
  STORAGE_DENIED(5, false),
  /** The file or folder isn't there. */
  STORAGE_MISSING(5, false),
  /** Storage answered, but not now: full, locked, or out of reach. */
  STORAGE_BUSY(5, true),
  /** Some trials of a study failed or are unknown. */
  STUDY_INCOMPLETE(6, false),
  /** A defect of Platen itself. */
  INTERNAL(70, false),
  /** Ctrl-C or SIGTERM, after a clean shutdown. */
  INTERRUPTED(130, false);

  private final int exitCode;
  private final boolean retryable;

  FaultKind(int exitCode, boolean retryable) {
    this.exitCode = exitCode;
    this.retryable = retryable;
  }

  /** The process exit code, 1 to 255. */
  public int exitCode() {
    return exitCode;
  }

  /** Whether the same request may succeed when simply made again. */
  public boolean retryable() {
    return retryable;
  }
}
