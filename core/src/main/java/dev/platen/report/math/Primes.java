package dev.platen.report.math;

import java.util.List;

/**
 * Primes. Fonts draw them raised already, so that they stand beside their base in full size; only
 * above a subscript they are superscripts.
 */
final class Primes {
  private Primes() {}

  static Node of(int count) {
    String text =
        switch (count) {
          case 1 -> "′";
          case 2 -> "″";
          case 3 -> "‴";
          case 4 -> "⁗";
          default -> "′".repeat(count);
        };
    return Operator.of(text, AtomClass.ORDINARY).as(AtomClass.ORDINARY);
  }

  /** How many primes a superscript is, as in {@code f^{\prime\prime}}; 0 if it is anything else. */
  static int count(Node superscript) {
    List<Node> parts = Row.parts(superscript);
    boolean all =
        parts.stream().allMatch(part -> part instanceof Identifier i && i.text().equals("′"));
    return all ? parts.size() : 0;
  }
}
