package dev.platen.report.math;

/**
 * What an atom is to its neighbours, which decides the space between them (The TeXbook, ch. 18).
 */
enum AtomClass {
  ORDINARY,
  /** A function's name: a thin space to its argument, unless that stands in parentheses. */
  FUNCTION,
  /** A large operator, which carries its space itself. */
  LARGE,
  BINARY,
  RELATION,
  OPEN,
  CLOSE,
  PUNCTUATION,
  /** Dots. */
  INNER;

  /** The space that an operator of this class has before it, in em. */
  String before() {
    return switch (this) {
      case BINARY -> "0.2222em";
      case RELATION -> "0.2778em";
      case LARGE -> "0.1667em";
      case ORDINARY, FUNCTION, OPEN, CLOSE, PUNCTUATION, INNER -> "0em";
    };
  }

  /** The space that an operator of this class has after it, in em. */
  String after() {
    return this == PUNCTUATION ? "0.1667em" : before();
  }
}
