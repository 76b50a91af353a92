package dev.platen.report.math;

/** Digits, with a decimal point or without. */
record NumberLiteral(String text) implements Node {
  @Override
  public boolean isLow() {
    return true;
  }

  @Override
  public void write(Markup out) {
    out.leaf("mn", text);
  }
}
