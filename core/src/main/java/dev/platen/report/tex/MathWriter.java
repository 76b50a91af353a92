package dev.platen.report.tex;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.TrustedHtml;
import java.util.Optional;

/** Writes formulas; one that can't be rendered is shown as its TeX source, never lost. */
public final class MathWriter {
  private final MathRenderer renderer;

  public MathWriter(MathRenderer renderer) {
    this.renderer = renderer;
  }

  public void write(Formula formula, HtmlWriter html) {
    Optional<TrustedHtml> rendered = renderer.render(formula.tex(), formula.display());
    if (formula.display()) {
      html.open("span", "math");
    }
    if (rendered.isPresent()) {
      html.trusted(rendered.get());
    } else {
      html.element("code", "tex", formula.tex().strip());
    }
    if (formula.display()) {
      html.close();
    }
  }

  /** Writes text with the formulas that lie in it. */
  public void writeMixed(String text, HtmlWriter html) {
    FormulaScanner formulas = new FormulaScanner(text);
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      Optional<Formula> formula = c == '$' || c == '\\' ? formulas.at(i) : Optional.empty();
      if (formula.isPresent()) {
        html.text(text, start, i);
        write(formula.get(), html);
        i = formula.get().end();
        start = i;
      } else {
        i += c == '\\' ? 2 : 1;
      }
    }
    html.text(text, start, text.length());
  }
}
