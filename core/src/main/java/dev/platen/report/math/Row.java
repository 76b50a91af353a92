package dev.platen.report.math;

import java.util.List;

/** Parts side by side: none, or two and more. */
record Row(List<Node> nodes) implements Node {
  static final Row EMPTY = new Row(List.of());

  Row {
    nodes = List.copyOf(nodes);
  }

  /** The only node itself, else a row. */
  static Node of(List<Node> nodes) {
    return nodes.size() == 1 ? nodes.get(0) : new Row(nodes);
  }

  /** The parts of a row; any other node is its own only part. */
  static List<Node> parts(Node node) {
    return node instanceof Row row ? row.nodes() : List.of(node);
  }

  /** Writes a node's parts into an element that is a row by itself. */
  static void writeParts(Node node, Markup out) {
    for (Node part : parts(node)) {
      part.write(out);
    }
  }

  @Override
  public boolean isLow() {
    for (Node node : nodes) {
      if (!node.isLow()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void write(Markup out) {
    out.open("mrow");
    writeParts(this, out);
    out.close("mrow");
  }
}
