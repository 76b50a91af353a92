package dev.platen.study.plan;

/** Which trials are run again though nothing of theirs has changed. */
public enum Rerun {
  /** None: only what is missing or stale is run. */
  NONE,
  /** Those that failed, timed out or lost their kernel. */
  FAILED,
  /** All. */
  ALL
}
