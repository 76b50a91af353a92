package dev.platen.report.math;

/**
 * An operator, relation, delimiter or separator that does not grow with its surroundings.
 *
 * @param spaced whether its space is written out, since the browser's operator dictionary gives
 *     this character another space than its class has
 */
record Operator(String text, AtomClass atomClass, boolean spaced, Limits limits) implements Node {

  static Operator of(String text, AtomClass atomClass) {
    return new Operator(text, atomClass, false, Limits.BESIDE);
  }

  /** A delimiter of the usual size. Bars look the same at both sides: their space is spelt out. */
  static Operator delimiter(String text, AtomClass side) {
    Operator plain = of(text, side);
    return text.equals("|") || text.equals("‖") ? plain.as(side) : plain;
  }

  /** The same character in another role. */
  Operator as(AtomClass role) {
    return new Operator(text, role, true, limits);
  }

  Operator with(Limits chosen) {
    return new Operator(text, atomClass, spaced, chosen);
  }

  @Override
  public boolean isLow() {
    return atomClass != AtomClass.LARGE;
  }

  @Override
  public void write(Markup out) {
    String stretchy = growsByDefault() ? "false" : "";
    String movable = atomClass == AtomClass.LARGE && limits == Limits.STACKED ? "false" : "";
    boolean sign = atomClass == AtomClass.ORDINARY && "+−±∓".contains(text);
    if (sign && !out.inScript()) {
      out.leaf("mo", text, "form", "prefix");
    } else if (out.inScript() && losesSpaceInScripts()) {
      out.leaf("mo", text, "stretchy", stretchy, "lspace", "0em", "rspace", "0em");
    } else if (spaced) {
      String before = atomClass.before();
      String after = atomClass.after();
      out.leaf("mo", text, "stretchy", stretchy, "lspace", before, "rspace", after);
    } else {
      out.leaf("mo", text, "stretchy", stretchy, "movablelimits", movable);
    }
  }

  private boolean losesSpaceInScripts() {
    return switch (atomClass) {
      case BINARY, RELATION, PUNCTUATION -> true;
      case ORDINARY, FUNCTION, LARGE, OPEN, CLOSE, INNER -> spaced;
    };
  }

  /** Whether browsers stretch this character to the height of its row. */
  private boolean growsByDefault() {
    return "()[]{}|‖⟨⟩⌈⌉⌊⌋⟦⟧⟮⟯⎰⎱↑↓↕⇑⇓⇕".contains(text);
  }
}
