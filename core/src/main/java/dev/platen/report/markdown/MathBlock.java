package dev.platen.report.markdown;

import dev.platen.report.tex.Formula;
import org.commonmark.node.CustomBlock;

/** A formula over several lines; its children are the text after it on its last line. */
final class MathBlock extends CustomBlock {
  private Formula formula = new Formula("", true, 0);

  Formula formula() {
    return formula;
  }

  void formula(Formula found) {
    formula = found;
  }
}
