package dev.platen.report.math;

/** A mark above or below. */
record Accented(Node base, Mark mark) implements Node {

  /** How a mark follows the width of what it marks. */
  enum Growth {
    FIXED,
    /** Fixed, and in script size. */
    SMALL,
    /** The browser stretches it. */
    STRETCHES,
    /** The style sheet widens it, as fonts don't agree on how hats and tildes stretch. */
    WIDENS
  }

  /** The mark: its character, side, growth, and where its own label goes. */
  record Mark(String text, boolean above, Growth growth, Limits limits) {}

  @Override
  public Limits limits() {
    return mark.limits();
  }

  @Override
  public boolean isLow() {
    return mark.growth() == Growth.FIXED && base.isLow();
  }

  @Override
  public void write(Markup out) {
    String element = mark.above() ? "mover" : "munder";
    String accent = mark.growth() == Growth.SMALL ? "" : "true";
    out.open(element, mark.above() ? "accent" : "accentunder", accent);
    base.write(out);
    String stretchy = String.valueOf(mark.growth() == Growth.STRETCHES);
    out.leaf("mo", mark.text(), "stretchy", stretchy, "class", widening());
    out.close(element);
  }

  private String widening() {
    int parts = Row.parts(base).size();
    if (mark.growth() != Growth.WIDENS || parts < 2) {
      return "";
    }
    return parts == 2 ? "math-wide-2" : "math-wide-3";
  }
}
