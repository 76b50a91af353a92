package dev.platen.report.math;

/** Words. Spaces are no-break spaces, as an element's outer spaces are dropped otherwise. */
record Text(String text) implements Node {
  @Override
  public boolean isLow() {
    return true;
  }

  @Override
  public void write(Markup out) {
    out.leaf("mtext", text);
  }
}
