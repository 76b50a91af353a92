package dev.platen.cli.output;

/** How much is said on standard error. */
public enum Verbosity {
  /** Errors only. */
  QUIET,
  /** What most people want. */
  NORMAL,
  /** Every step. */
  VERBOSE
}
