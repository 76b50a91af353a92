package dev.platen.report.math;

import org.jspecify.annotations.Nullable;

/** A base with a subscript, a superscript or both, beside it or below and above. */
record Scripts(Node base, @Nullable Node sub, @Nullable Node sup, Limits limits) implements Node {
  Scripts {
    if (base instanceof Operator operator) {
      base = operator.with(limits);
    }
  }

  @Override
  public AtomClass atomClass() {
    return base.atomClass();
  }

  @Override
  public AtomClass left() {
    return base.left();
  }

  @Override
  public AtomClass right() {
    return base.right();
  }

  @Override
  public boolean isLow() {
    return limits == Limits.BESIDE && base.isLow() && sup == null && (sub == null || sub.isLow());
  }

  @Override
  public void write(Markup out) {
    String element = element();
    out.open(element);
    if (base instanceof FunctionName name && limits == Limits.MOVABLE) {
      name.writeMovable(out);
    } else {
      base.write(out);
    }
    if (sub != null) {
      out.script(sub);
    }
    if (sup != null) {
      out.script(sup);
    }
    out.close(element);
  }

  private String element() {
    boolean beside = limits == Limits.BESIDE;
    if (sub == null) {
      return beside ? "msup" : "mover";
    }
    if (sup == null) {
      return beside ? "msub" : "munder";
    }
    return beside ? "msubsup" : "munderover";
  }
}
