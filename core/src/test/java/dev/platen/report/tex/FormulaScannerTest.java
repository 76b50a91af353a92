package dev.platen.report.tex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.report.html.HtmlWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaScannerTest {

  /** Formulas are shown as ⟨inline⟩ or ⟪display⟫. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a $x^2$ b | a ⟨x^2⟩ b",
        "$5 and $10 | $5 and $10",
        "$5 and then $6 | $5 and then $6",
        "costs $5, in US$ | costs $5, in US$",
        "$ x$ and $y $ | $ x$ and $y $",
        "$x$1 | $x$1",
        "\\$5 and $x$ | \\$5 and ⟨x⟩",
        "$a\\$b$ | ⟨a\\$b⟩",
        "$$x$$ | ⟪x⟫",
        "$$ $$ | $$ $$",
        "\\(x\\) and \\[y\\] | ⟨x⟩ and ⟪y⟫",
        "\\\\(x\\\\) and \\\\[y\\\\] | ⟨x⟩ and ⟪y⟫",
        "\\begin{a}x\\end{a}z | ⟪\\begin{a}x\\end{a}⟫z",
        "\\begin{a}\\begin{a}x\\end{a}\\end{a} | ⟪\\begin{a}\\begin{a}x\\end{a}\\end{a}⟫",
        "\\begin{a}x\\end{b} | \\begin{a}x\\end{b}",
        "$x | $x",
        "x$ | x$",
      })
  void findsFormulasAndLeavesMoneyAlone(String text, String expected) {
    MathWriter math =
        new MathWriter(
            (tex, display) ->
                java.util.Optional.of(
                    dev.platen.report.html.TrustedHtml.vouchedFor(
                        display ? "⟪" + tex + "⟫" : "⟨" + tex + "⟩")));
    String markup = HtmlWriter.fragment(html -> math.writeMixed(text, html)).markup();
    assertThat(markup.replace("<span class=\"math\">", "").replace("</span>", ""))
        .isEqualTo(expected);
  }
}
