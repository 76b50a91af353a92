package dev.platen.report.math;

import java.util.List;

/**
 * Something in an element that changes how it looks.
 *
 * @param attributes name, value, name, value, …
 */
record Wrapped(String element, List<String> attributes, Node body) implements Node {
  Wrapped {
    attributes = List.copyOf(attributes);
  }

  static Wrapped of(String element, Node body, String... attributes) {
    return new Wrapped(element, List.of(attributes), body);
  }

  /** In display or text style, at a script level of 0 (full size) to 2. */
  static Wrapped style(boolean display, int level, Node body) {
    return of(
        "mstyle",
        body,
        "displaystyle",
        String.valueOf(display),
        "scriptlevel",
        String.valueOf(level));
  }

  @Override
  public AtomClass left() {
    List<Node> parts = Row.parts(body);
    return parts.isEmpty() ? AtomClass.ORDINARY : parts.get(0).left();
  }

  @Override
  public AtomClass right() {
    List<Node> parts = Row.parts(body);
    return parts.isEmpty() ? AtomClass.ORDINARY : parts.get(parts.size() - 1).right();
  }

  @Override
  public Limits limits() {
    return body.limits();
  }

  @Override
  public void write(Markup out) {
    out.open(element, attributes.toArray(String[]::new));
    Row.writeParts(body, out);
    out.close(element);
  }
}
