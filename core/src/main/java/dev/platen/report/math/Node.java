package dev.platen.report.math;

/** A part of a formula. Immutable. */
sealed interface Node
    permits Accented,
        Classed,
        Delimiter,
        Fenced,
        Fraction,
        FunctionName,
        Identifier,
        NumberLiteral,
        Operator,
        Root,
        Row,
        Scripts,
        Space,
        Table,
        Text,
        Wrapped {

  /** Writes exactly one element. */
  void write(Markup out);

  default AtomClass atomClass() {
    return AtomClass.ORDINARY;
  }

  /** The class that the neighbour before it sees. */
  default AtomClass left() {
    return atomClass();
  }

  /** The class that the neighbour after it sees. */
  default AtomClass right() {
    return atomClass();
  }

  /**
   * Whether a plain delimiter is as tall as this, so that {@code \left} and {@code \right} have
   * nothing to do.
   */
  default boolean isLow() {
    return false;
  }

  /** Where scripts go unless the author says otherwise. */
  default Limits limits() {
    return Limits.BESIDE;
  }
}
