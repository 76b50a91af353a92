package dev.platen.report;

import dev.platen.report.html.TrustedHtml;
import dev.platen.report.math.Macros;
import dev.platen.report.math.TexMath;
import dev.platen.report.tex.MathRenderer;
import java.util.Optional;

/** Renders the formulas of one notebook, in their order: a macro holds from where it is defined. */
final class MathmlRenderer implements MathRenderer {
  private final Macros macros = new Macros();

  @Override
  public Optional<TrustedHtml> render(String tex, boolean display) {
    // TexMath escapes all text, and writes no element, class or address that a formula names.
    return TexMath.toMathml(tex, display, macros).map(TrustedHtml::vouchedFor);
  }
}
