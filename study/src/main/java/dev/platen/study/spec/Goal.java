package dev.platen.study.spec;

import java.util.Locale;

/** Which metric tells good trials from bad ones, and how. */
public record Goal(String metric, Direction direction) {
  /** Which of two values is the better one. */
  public enum Direction {
    MIN,
    MAX;

    /** As the study file has it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
