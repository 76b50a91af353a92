package dev.platen.report.math;

import java.util.HashSet;
import java.util.Set;

/**
 * How the columns of a table are aligned and ruled.
 *
 * @param pattern one of l, c, r for each column, over and over if there are more columns
 * @param rules the columns that have a rule before them, 0-based; the one after the last column
 *     stands for a rule at the end
 */
record Columns(String pattern, Set<Integer> rules) {
  Columns {
    rules = Set.copyOf(rules);
  }

  /** Columns without rules. */
  static Columns of(String pattern) {
    return new Columns(pattern, Set.of());
  }

  /** Reads the letters and bars of an array's specification. */
  static Columns parse(String specification) {
    StringBuilder pattern = new StringBuilder();
    Set<Integer> rules = new HashSet<>();
    for (int i = 0; i < specification.length(); i++) {
      char c = specification.charAt(i);
      switch (c) {
        case 'l', 'c', 'r' -> pattern.append(c);
        case '|', ':' -> rules.add(pattern.length());
        default -> throw new TexException("a column '" + c + "'");
      }
    }
    return new Columns(pattern.isEmpty() ? "c" : pattern.toString(), rules);
  }

  /** The class that aligns a cell; empty where centred, which is a browser's own default. */
  String alignment(int column) {
    return switch (pattern.charAt(column % pattern.length())) {
      case 'l' -> "math-left";
      case 'r' -> "math-right";
      default -> "";
    };
  }
}
