package dev.platen.report.math;

/**
 * One thing over another.
 *
 * @param thickness of the line, a CSS length; empty for the usual one
 */
record Fraction(Node numerator, Node denominator, String thickness) implements Node {
  @Override
  public void write(Markup out) {
    out.open("mfrac", "linethickness", thickness);
    numerator.write(out);
    denominator.write(out);
    out.close("mfrac");
  }
}
