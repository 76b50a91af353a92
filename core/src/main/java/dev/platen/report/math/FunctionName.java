package dev.platen.report.math;

/** The name of a function, such as {@code sin}, or with movable limits {@code max}. */
record FunctionName(String text, Limits limits) implements Node {
  @Override
  public AtomClass atomClass() {
    return AtomClass.FUNCTION;
  }

  @Override
  public boolean isLow() {
    return true;
  }

  @Override
  public void write(Markup out) {
    new Identifier(text, true, false).write(out);
  }

  /** As the base of limits that move: only an operator's do. */
  void writeMovable(Markup out) {
    out.leaf("mo", text, "movablelimits", "true", "lspace", "0em", "rspace", "0em");
  }
}
