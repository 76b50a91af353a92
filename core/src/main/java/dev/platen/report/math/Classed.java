package dev.platen.report.math;

/** Something that the author gives another role, as in {@code \mathrel{…}}. */
record Classed(AtomClass atomClass, Node body) implements Node {
  @Override
  public Limits limits() {
    return atomClass == AtomClass.FUNCTION ? Limits.MOVABLE : Limits.BESIDE;
  }

  @Override
  public void write(Markup out) {
    boolean spaced = !out.inScript();
    out.open("mrow");
    if (spaced) {
      space(atomClass.before(), out);
    }
    Row.writeParts(body, out);
    if (spaced) {
      space(atomClass.after(), out);
    }
    out.close("mrow");
  }

  private static void space(String width, Markup out) {
    if (!width.equals("0em")) {
      new Space(width).write(out);
    }
  }
}
