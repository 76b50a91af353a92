package dev.platen.report.math;

import org.jspecify.annotations.Nullable;

/** A square root, or with an index another. */
record Root(Node radicand, @Nullable Node index) implements Node {
  @Override
  public void write(Markup out) {
    if (index == null) {
      out.open("msqrt");
      Row.writeParts(radicand, out);
      out.close("msqrt");
    } else {
      out.open("mroot");
      radicand.write(out);
      out.script(index);
      out.close("mroot");
    }
  }
}
