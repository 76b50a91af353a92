package dev.platen.report.markdown;

import dev.platen.report.tex.Formula;
import org.commonmark.node.CustomNode;

/** A formula in a line of text. */
final class MathNode extends CustomNode {
  private final Formula formula;

  MathNode(Formula formula) {
    this.formula = formula;
  }

  Formula formula() {
    return formula;
  }
}
