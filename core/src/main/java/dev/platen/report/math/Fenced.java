package dev.platen.report.math;

/** Something between delimiters that grow with it. Either may be empty. */
record Fenced(String open, Node body, String close) implements Node {
  @Override
  public AtomClass left() {
    return AtomClass.OPEN;
  }

  @Override
  public AtomClass right() {
    return AtomClass.CLOSE;
  }

  @Override
  public boolean isLow() {
    return body.isLow();
  }

  /** One row for all, as a delimiter in the middle of the body grows with its own row only. */
  @Override
  public void write(Markup out) {
    out.open("mrow");
    writeEdge(open, AtomClass.OPEN, out);
    Row.writeParts(body, out);
    writeEdge(close, AtomClass.CLOSE, out);
    out.close("mrow");
  }

  /** Fonts leave more room around a grown delimiter than around a plain one. */
  private void writeEdge(String text, AtomClass side, Markup out) {
    if (!text.isEmpty()) {
      Node edge = isLow() ? Operator.delimiter(text, side) : new Delimiter(text, side, "");
      edge.write(out);
    }
  }
}
