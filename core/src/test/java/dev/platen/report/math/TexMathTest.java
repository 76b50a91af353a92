package dev.platen.report.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TexMathTest {

  @TestFactory
  Stream<DynamicTest> everyGoldenFormulaBecomesItsMarkup() throws IOException {
    return Formulas.read().cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.tex(), () -> assertThat(body(c)).isEqualTo(c.expected())));
  }

  @Test
  void theMarkupIsWrappedWithItsSourceForCopyingAndScreenReaders() {
    assertThat(TexMath.toMathml(" a < b ", false))
        .contains(
            "<math display=\"inline\" xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics>"
                + "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"
                + "<annotation encoding=\"application/x-tex\">a &lt; b</annotation>"
                + "</semantics></math>");
  }

  @Test
  void delimitersOfDisplayMathematicsMakeItABlock() {
    assertThat(TexMath.toMathml("$$x$$", false).orElseThrow())
        .startsWith("<math display=\"block\"");
    assertThat(TexMath.toMathml("\\[x\\]", false).orElseThrow())
        .startsWith("<math display=\"block\"");
    assertThat(TexMath.toMathml("$x$", false).orElseThrow()).startsWith("<math display=\"inline\"");
  }

  @Test
  void anEmptyFormulaIsAnEmptyRow() {
    assertThat(TexMath.toMathml("", false).orElseThrow()).contains("<semantics><mrow></mrow>");
  }

  @Test
  void charactersThatXmlCantHoldAreRefused() {
    assertThat(TexMath.toMathml("a\u0000b", false)).isEmpty();
    assertThat(TexMath.toMathml("a\u001bb", false)).isEmpty();
    assertThat(TexMath.toMathml("a\uD800b", false)).isEmpty();
    assertThat(TexMath.toMathml("a\uFFFFb", false)).isEmpty();
    assertThat(TexMath.toMathml("a\t\r\n𝔸", false)).isPresent();
  }

  @Test
  void macrosHoldForTheFormulasThatFollow() {
    Macros macros = new Macros();
    TexMath.toMathml("\\newcommand{\\R}{\\mathbb{R}}", false, macros);
    assertThat(TexMath.toMathml("\\R", false, macros).orElseThrow()).contains("<mi>ℝ</mi>");
    TexMath.toMathml("\\renewcommand{\\R}{r}", false, macros);
    assertThat(TexMath.toMathml("\\R", false, macros).orElseThrow()).contains("<mi>r</mi>");
    TexMath.toMathml("\\providecommand{\\R}{s}", false, macros);
    assertThat(TexMath.toMathml("\\R", false, macros).orElseThrow()).contains("<mi>r</mi>");
    assertThat(TexMath.toMathml("\\R", false)).isEmpty();
  }

  @Test
  void aMacroMayBeNamedLikeACommandOfLatex() {
    assertThat(
            TexMath.toMathml("\\renewcommand{\\vec}[1]{\\mathbf{#1}} \\vec x", false).orElseThrow())
        .contains("<mi>𝐱</mi>");
  }

  @Test
  void everyClassInTheMarkupHasARuleInTheStyleSheetAndTheOtherWayRound() throws IOException {
    Set<String> used = new TreeSet<>();
    Formulas.read().shown().forEach(c -> used.addAll(classes("class=\"([^\"]+)\"", body(c))));
    used.addAll(
        classes(
            "class=\"([^\"]+)\"", body(false, "\\widehat{abc} x\\:\\negmedspace\\negthickspace")));
    Set<String> ruled = classes("\\.(math-[a-z0-9-]+)", Formulas.resource("math.css"));
    assertThat(used).isEqualTo(ruled);
  }

  @Test
  void noCommandStandsTwiceInTheSymbolTable() throws IOException {
    assertThat(
            Formulas.resource("symbols.txt")
                .lines()
                .filter(line -> !line.startsWith("# "))
                .flatMap(line -> Stream.of(line.split(" {2,}")))
                .flatMap(entry -> Stream.of(entry.split(" ")).skip(1)))
        .hasSizeGreaterThan(450)
        .doesNotHaveDuplicates();
  }

  private static Set<String> classes(String pattern, String text) {
    Set<String> classes = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1).split(" "))
        .forEach(names -> classes.addAll(Set.of(names)));
    return classes;
  }

  private static String body(Formulas.Case c) {
    return body(c.display(), c.tex());
  }

  /** The markup inside the semantics element, without the annotation; refused if there is none. */
  private static String body(boolean display, String tex) {
    return TexMath.toMathml(tex, display)
        .map(
            math ->
                math.substring(
                    math.indexOf("<semantics>") + "<semantics>".length(),
                    math.indexOf("<annotation")))
        .orElse("refused");
  }
}
