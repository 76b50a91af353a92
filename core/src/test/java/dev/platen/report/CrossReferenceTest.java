package dev.platen.report;

import static dev.platen.report.TestPage.code;
import static dev.platen.report.TestPage.figure;
import static dev.platen.report.TestPage.table;
import static dev.platen.report.TestPage.tagged;
import static dev.platen.report.TestPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class CrossReferenceTest {

  @Test
  void textsReferToFiguresAndTablesOfCells() {
    Document page =
        TestPage.of(
            text("@fig-b, @fig-a, @tbl-t", JsonObject.EMPTY),
            code("#| label: fig-a\n#| fig-cap: Falls\nplot()", figure()),
            code("#| label: tbl-t\nshow()", table()),
            code("#| label: fig-b\nplot()", figure()));
    assertThat(page.select(".prose p").text()).isEqualTo("Figure 2, Figure 1, Table 1");
    assertThat(page.select(".prose a").eachAttr("href"))
        .containsExactly("#u-fig-b", "#u-fig-a", "#u-tbl-t")
        .allSatisfy(href -> assertThat(page.select(href)).hasSize(1));
    assertThat(page.select("figcaption").eachText()).containsExactly("Figure 1: Falls", "Figure 2");
    assertThat(page.select("p.caption").text()).isEqualTo("Table 1");
  }

  @Test
  void whatIsNotShownHasNoNumber() {
    Document page =
        TestPage.of(
            tagged("#| label: fig-gone\nplot()", "remove-output", figure()),
            code("#| label: fig-empty\nplot()"),
            code("#| label: fig-a\nplot()", figure()),
            code("#| label: fig-a\nplot()", figure()),
            text("@fig-gone @fig-empty @fig-a", JsonObject.EMPTY));
    assertThat(page.select(".prose p").text()).isEqualTo("@fig-gone @fig-empty Figure 1");
    assertThat(page.select("figcaption").eachText()).containsExactly("Figure 1");
  }
}
