package dev.platen.report.math;

/**
 * A delimiter that grows to the height of its row, or has a size of its own.
 *
 * @param text empty for the invisible one, {@code \left.}
 * @param size such as {@code 1.8em}; empty to grow
 */
record Delimiter(String text, AtomClass atomClass, String size) implements Node {
  @Override
  public void write(Markup out) {
    if (text.isEmpty()) {
      Row.EMPTY.write(out);
      return;
    }
    String form =
        switch (atomClass) {
          case OPEN -> "prefix";
          case CLOSE -> "postfix";
          default -> "infix";
        };
    out.leaf(
        "mo",
        text,
        "form",
        form,
        "stretchy",
        "true",
        "symmetric",
        "true",
        "minsize",
        size,
        "maxsize",
        size,
        "lspace",
        atomClass.before(),
        "rspace",
        atomClass.after());
  }
}
