package dev.platen.report.math;

/**
 * A delimiter that grows to the height of its row, or has a size of its own.
 *
 * @param text empty for the invisible one, {@code \left.}
 * @param size such as {@code 1.8em}; empty to grow
 */
record Delimiter(String text, AtomClass atomClass, String size) implements Node {
  /** What browsers know to grow, without space, if it is told on which side it stands. */
  private static final String FENCES = "()[]{}|‖⟨⟩⌈⌉⌊⌋⟦⟧";

  @Override
  public void write(Markup out) {
    if (text.isEmpty()) {
      Row.EMPTY.write(out);
      return;
    }
    switch (atomClass) {
      case OPEN -> write("prefix", out);
      case CLOSE -> write("postfix", out);
      default -> write("infix", out);
    }
  }

  private void write(String form, Markup out) {
    if (!form.equals("infix") && FENCES.contains(text)) {
      out.leaf("mo", text, "form", form, "minsize", size, "maxsize", size);
      return;
    }
    String before = atomClass.before();
    String after = atomClass.after();
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
        before,
        "rspace",
        after);
  }
}
