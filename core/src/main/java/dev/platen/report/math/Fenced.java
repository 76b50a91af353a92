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
    edge(open, AtomClass.OPEN).write(out);
    Row.writeParts(body, out);
    edge(close, AtomClass.CLOSE).write(out);
    out.close("mrow");
  }

  /** Fonts leave more room around a grown delimiter than around a plain one. */
  private Node edge(String text, AtomClass side) {
    return isLow() && !text.isEmpty()
        ? Operator.of(text, side).as(side)
        : new Delimiter(text, side, "");
  }
}
