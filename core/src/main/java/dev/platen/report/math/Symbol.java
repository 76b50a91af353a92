package dev.platen.report.math;

/** A character of mathematics and its role. */
record Symbol(String text, Role role) {
  /** The sections of the symbol table. */
  enum Role {
    /** A letter, italic where browsers have an italic for it. */
    LETTER,
    /** A letter or sign that stays upright. */
    SIGN,
    BINARY,
    RELATION,
    /** A relation whose space browsers don't know. */
    SPACED_RELATION,
    PUNCTUATION,
    OPEN,
    CLOSE,
    /** An operator with no space around it, where browsers have some. */
    BARE,
    DOTS,
    /** Large, with limits that move. */
    LARGE,
    INTEGRAL,
    FUNCTION,
    /** A function's name with limits that move. */
    LIMIT
  }

  boolean isLetter() {
    return role == Role.LETTER || role == Role.SIGN;
  }

  /** As it stands in a formula, in the usual alphabet. */
  Node node() {
    return switch (role) {
      case LETTER -> Identifier.of(text);
      case SIGN -> new Identifier(text, true, false);
      case BINARY -> Operator.of(text, AtomClass.BINARY);
      case RELATION -> Operator.of(text, AtomClass.RELATION);
      case SPACED_RELATION -> Operator.of(text, AtomClass.RELATION).as(AtomClass.RELATION);
      case PUNCTUATION -> Operator.of(text, AtomClass.PUNCTUATION);
      case OPEN -> Operator.delimiter(text, AtomClass.OPEN);
      case CLOSE -> Operator.delimiter(text, AtomClass.CLOSE);
      case BARE -> Operator.of(text, AtomClass.ORDINARY).as(AtomClass.ORDINARY);
      case DOTS -> Operator.of(text, AtomClass.INNER).as(AtomClass.INNER);
      case LARGE -> new Operator(text, AtomClass.LARGE, false, Limits.MOVABLE);
      case INTEGRAL -> Operator.of(text, AtomClass.LARGE);
      case FUNCTION -> new FunctionName(text, Limits.BESIDE);
      case LIMIT -> new FunctionName(text, Limits.MOVABLE);
    };
  }
}
