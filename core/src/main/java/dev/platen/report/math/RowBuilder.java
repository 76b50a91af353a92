package dev.platen.report.math;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the atoms of one row, then settles what depends on their neighbours: letters that form a
 * word, signs that are no binary operators, and the space at function names and dots.
 */
final class RowBuilder {
  private final List<Node> nodes = new ArrayList<>();
  private final boolean continues;

  /**
   * @param continues whether an operand stands before the row, as in the second column of aligned
   *     equations, where a leading + is binary
   */
  RowBuilder(boolean continues) {
    this.continues = continues;
  }

  void add(Node node) {
    nodes.add(node);
  }

  /** What is built so far; the row is empty again. */
  Node take() {
    Node built = build();
    nodes.clear();
    return built;
  }

  Node build() {
    if (nodes.size() == 1) {
      return nodes.get(0);
    }
    List<Node> atoms = settleSigns(joinWords());
    List<Node> row = new ArrayList<>();
    for (Node atom : atoms) {
      if (!row.isEmpty()) {
        addGap(row, row.get(row.size() - 1), atom);
      }
      row.add(atom);
    }
    return Row.of(row);
  }

  private List<Node> joinWords() {
    List<Node> joined = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (!(nodes.get(i) instanceof Identifier first) || !first.joins()) {
        joined.add(nodes.get(i));
        continue;
      }
      StringBuilder word = new StringBuilder(first.text());
      while (i + 1 < nodes.size() && continuesWord(first, nodes.get(i + 1))) {
        i++;
        word.append(((Identifier) nodes.get(i)).text());
      }
      joined.add(new Identifier(word.toString(), first.upright(), true));
    }
    return joined;
  }

  private static boolean continuesWord(Identifier first, Node next) {
    return next instanceof Identifier letter
        && letter.joins()
        && letter.upright() == first.upright();
  }

  /** A binary operator without an operand on one of its sides is an ordinary sign. */
  private List<Node> settleSigns(List<Node> atoms) {
    List<Node> settled = new ArrayList<>(atoms);
    boolean operand = continues;
    for (int i = 0; i < settled.size(); i++) {
      Node node = settled.get(i);
      if (node instanceof Space) {
        continue;
      }
      if (node instanceof Operator operator && operator.atomClass() == AtomClass.BINARY) {
        if (!operand || !operandFollows(settled, i)) {
          settled.set(i, operator.as(AtomClass.ORDINARY));
        } else if (i == 0) {
          // At an edge the browser takes the dictionary's prefix form.
          settled.set(i, operator.as(AtomClass.BINARY));
        }
      }
      operand = endsOperand(settled.get(i).right());
    }
    return settled;
  }

  private static boolean operandFollows(List<Node> atoms, int i) {
    for (Node next : atoms.subList(i + 1, atoms.size())) {
      if (!(next instanceof Space)) {
        return switch (next.left()) {
          case RELATION, CLOSE, PUNCTUATION -> false;
          default -> true;
        };
      }
    }
    return false;
  }

  private static boolean endsOperand(AtomClass last) {
    return switch (last) {
      case ORDINARY, CLOSE, INNER -> true;
      case FUNCTION, LARGE, BINARY, RELATION, OPEN, PUNCTUATION -> false;
    };
  }

  private static void addGap(List<Node> row, Node before, Node after) {
    if (before instanceof Space || after instanceof Space) {
      return;
    }
    AtomClass last = before.right();
    AtomClass next = after.left();
    if (last == AtomClass.FUNCTION && startsOperand(next)) {
      row.add(Operator.of("\u2061", AtomClass.ORDINARY));
    }
    boolean thin =
        switch (next) {
          case FUNCTION -> endsOperand(last) || last == AtomClass.FUNCTION;
          case INNER -> endsOperand(last) || last == AtomClass.FUNCTION;
          case ORDINARY -> last == AtomClass.FUNCTION || last == AtomClass.INNER;
          case OPEN -> last == AtomClass.INNER;
          default -> false;
        };
    if (thin) {
      row.add(Space.THIN);
    }
  }

  private static boolean startsOperand(AtomClass next) {
    return switch (next) {
      case ORDINARY, FUNCTION, LARGE, OPEN, INNER -> true;
      case BINARY, RELATION, CLOSE, PUNCTUATION -> false;
    };
  }
}
