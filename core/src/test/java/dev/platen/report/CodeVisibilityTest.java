package dev.platen.report;

import static dev.platen.report.TestPage.code;
import static dev.platen.report.TestPage.figure;
import static dev.platen.report.TestPage.table;
import static dev.platen.report.TestPage.tagged;
import static dev.platen.report.TestPage.tags;
import static dev.platen.report.TestPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import dev.platen.report.ReportOptions.Code;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeVisibilityTest {
  private static final ReportOptions FOLDED = ReportOptions.DEFAULT.withCode(Code.FOLDED);
  private static final ReportOptions HIDDEN = ReportOptions.DEFAULT.withCode(Code.HIDDEN);
  private static final Output PRINTED = StreamOutput.of("stdout", "printed");
  private static final Output WARNED = StreamOutput.of("stderr", "warned");
  private static final Output ERROR = ErrorOutput.of("ValueError", "no", List.of());

  private static JsonObject metadata(String key) {
    return JsonObject.build(o -> o.put(key, true));
  }

  private static JsonObject lab(String key) {
    return JsonObject.build(o -> o.put("jupyter", metadata(key)));
  }

  /** The code in the page, with a minus before what is folded. */
  private static List<String> sources(Document page) {
    return page.select("details.source").stream()
        .map(e -> (e.hasAttr("open") ? "" : "-") + e.select("code").text())
        .toList();
  }

  @Test
  void foldsInputThatTheAuthorHid() {
    Document page =
        TestPage.of(
            code("a1", lab("source_hidden")),
            code("a2", metadata("hide_input")),
            code("a3", JsonObject.build(o -> o.put("cellView", "form"))),
            tagged("a4", "hide-input"),
            tagged("a5", "hide_input"),
            code("#| code-fold: true\n#| code-summary: How it is made\na6"),
            code("a7"));
    assertThat(sources(page)).containsExactly("-a1", "-a2", "-a3", "-a4", "-a5", "-a6", "a7");
    assertThat(page.select("#cell-6 summary").text()).isEqualTo("Cell 6 In [5] How it is made");
  }

  @Test
  void foldsOutputThatTheAuthorHid() {
    Document page =
        TestPage.of(
            code("a", lab("outputs_hidden"), PRINTED),
            code("a", metadata("collapsed"), PRINTED),
            tagged("a", "hide-output", PRINTED),
            tagged("a", "hide_output", PRINTED),
            tagged("a", "hide-cell", PRINTED));
    assertThat(page.select("details.folded:not([open]) .outputs")).hasSize(5);
    assertThat(page.select("#cell-5 > details.folded details.source[open]")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove-input", "remove_input"})
  void leavesNoTraceOfInputThatIsRemoved(String tag) {
    Document page = TestPage.of(tagged("secret", tag, PRINTED), tagged("secret", tag));
    assertThat(page.html()).doesNotContain("secret");
    assertThat(page.select("main > .cell").eachText()).containsExactly("printed");
  }

  @Test
  void leavesNoTraceOfOutputThatIsRemoved() {
    Document page =
        TestPage.of(
            tagged("a1", "remove-output", PRINTED),
            tagged("a2", "remove_output", PRINTED),
            code("#| output: false\na3", PRINTED));
    assertThat(page.body().html()).doesNotContain("printed");
    assertThat(sources(page)).containsExactly("a1", "a2", "a3");
  }

  @Test
  void leavesNoTraceOfCellsThatAreRemoved() {
    Document page =
        TestPage.of(
            tagged("secret", "remove-cell", PRINTED),
            tagged("secret", "remove_cell", PRINTED),
            code("#| include: false\nsecret", PRINTED),
            text("# Secret", tags("remove-cell")),
            text("secret", tags("remove-input")));
    assertThat(page.select("main > .cell, .toc")).isEmpty();
    assertThat(page.html()).doesNotContain("secret");
  }

  @Test
  void doesAsQuartosOptionsAsk() {
    Document page =
        TestPage.of(
            code("#| echo: false\nsecret", PRINTED),
            code("#| warning: false\na2", PRINTED, WARNED),
            code("#| echo: true\na3", PRINTED, WARNED));
    assertThat(page.html()).doesNotContain("secret").doesNotContain("#|");
    assertThat(page.select("#cell-1").text()).isEqualTo("printed");
    assertThat(page.select("#cell-2 .outputs").text()).isEqualTo("printed");
    assertThat(page.select("#cell-3 .outputs").text()).isEqualTo("printed stderr warned");
  }

  @Test
  void removesTheStreamsThatTagsName() {
    Document page =
        TestPage.of(
            tagged("a", "remove-stderr", PRINTED, WARNED),
            tagged("a", "remove-stdout", PRINTED, WARNED));
    assertThat(page.select(".outputs").eachText()).containsExactly("printed", "stderr warned");
  }

  @Test
  void keepsLongOutputInABoxWhereTheAuthorScrolledIt() {
    Document page =
        TestPage.of(
            code("a", metadata("scrolled"), PRINTED),
            tagged("a", "scroll-output", PRINTED),
            code("a", PRINTED));
    assertThat(page.select(".outputs.scrolled")).hasSize(2);
    assertThat(page.select("#cell-3 .scrolled")).isEmpty();
  }

  @Test
  void theAuthorsWordForOneCellCountsMoreThanTheReportsForAll() {
    String shown = "#| code-fold: false\na1";
    String open = "#| code-fold: show\na2";
    CodeCell[] cells = {code(shown), code(open), code("a3"), tagged("a4", "remove-input", PRINTED)};
    assertThat(sources(TestPage.of(FOLDED, cells))).containsExactly("a1", "a2", "-a3");
    assertThat(sources(TestPage.of(HIDDEN, cells))).isEmpty();
  }

  @Test
  void foldsTheCodeOfANotebookWhoseInputsAreAllHidden() {
    JsonObject all = metadata("hide_input");
    assertThat(sources(TestPage.of(ReportOptions.DEFAULT, all, code("a")))).containsExactly("-a");
    assertThat(sources(TestPage.of(HIDDEN, all, code("a", PRINTED)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void aCellThatFailedIsNeverHidden(Code display) {
    CodeCell[] cells = {
      tagged("a1", "remove-cell", ERROR),
      tagged("a2", "hide-cell", WARNED, ERROR),
      tagged("a3", "remove-output", ERROR),
      tagged("a4", "remove-stderr", WARNED, ERROR),
      code("#| include: false\n#| echo: false\na5", metadata("collapsed"), ERROR),
      code("a6", lab("source_hidden"), ERROR)
    };
    Document page = TestPage.of(ReportOptions.DEFAULT.withCode(display), cells);
    assertThat(sources(page)).containsExactly("a1", "a2", "a3", "a4", "a5", "a6");
    assertThat(page.select(".error").eachText()).hasSize(6).containsOnly("ValueError: no");
    assertThat(page.select("details:not([open])")).isEmpty();
    assertThat(page.select("#cell-4").text()).contains("warned");
  }

  @Test
  void anErrorThatWasExpectedIsFoldedAtMost() {
    Document page =
        TestPage.of(
            code("a1", tags("raises-exception", "remove-output"), ERROR),
            code("a2", tags("raises-exception", "remove-cell"), ERROR),
            code("a3", tags("raises-exception", "remove-input"), ERROR));
    assertThat(page.select(".error")).hasSize(3);
    assertThat(page.select("details.folded .error")).hasSize(2);
    assertThat(sources(page)).containsExactly("a1", "a2");
  }

  @Test
  void putsCaptionsAndWordsForTheBlindOnFiguresAndTables() {
    Document page =
        TestPage.of(
            code("#| fig-cap: [One, <Two>]\n#| fig-alt: First\na", figure(), PRINTED, figure()),
            code("#| tbl-cap: Scores\na", table(), figure()));
    assertThat(page.select("#cell-1 figcaption").eachText()).containsExactly("One", "<Two>");
    assertThat(page.select("#cell-1 img").eachAttr("alt"))
        .containsExactly("First", "Figure from cell 1");
    assertThat(page.select("#cell-2 .caption").text()).isEqualTo("Scores");
    assertThat(page.select("#cell-2 figcaption")).isEmpty();
  }

  @Test
  void linksLeadToLabels() {
    Document page =
        TestPage.of(
            text("[the loss](#fig-loss)", JsonObject.EMPTY),
            code("#| label: fig-loss\na", figure()),
            code("#| label: setup\na"),
            code("#| label: setup\na"),
            code("#| label: <b> onclick\na"));
    assertThat(page.select(page.select(".prose a").attr("href")).hasClass("outputs")).isTrue();
    assertThat(page.select("details.source").eachAttr("id")).containsExactly("u-setup");
  }

  @Test
  void aPageWithoutScriptHasASwitchOfItsOwn() {
    assertThat(plainSwitch(ReportOptions.DEFAULT)).isEqualTo("Hide code");
    assertThat(plainSwitch(FOLDED)).isEqualTo("Show code");
    assertThat(plainSwitch(HIDDEN)).isEmpty();
  }

  private static String plainSwitch(ReportOptions options) {
    return TestPage.of(options, code("a")).select("noscript label.plain-switch").text();
  }
}
