package dev.platen.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.notebook.Cell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is nested absurdly deep or repeated absurdly often. Each of these took minutes, or all the
 * memory, where something was done once more for all that came before it; the time-out is no
 * measure, it only ends that.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileSizesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        ">|12500|x", //
        "- |12500|x", //
        "> - |5000|x", //
        "[|25000|x",
        "![x](|7500|",
        "*|25000|a",
        "**a *b |7500|",
        "^[|12500|x",
        "[^1]|12500|",
        "<|50000|",
        "<b c=\"|12500|",
        "$a |25000|",
        "$|50000|",
        "$$\\n|7500|",
        "\\(|12500|",
        "\\\\(|12500|",
        "\\begin{a}|12500|",
        "\\begin{align}\\n\\n|5000|",
        "$x$ |5000|",
        "#\\n|7500|",
        "# a\\n\\n|3000|",
        "a\\n-\\n|5000|",
        ":::note\\n|3000|",
        "> [!NOTE]\\n|3000|",
      })
  void markdown(String piece, int times, String end) {
    Document page = TestPage.of(TestPage.text(repeat(piece, times) + end, JsonObject.EMPTY));
    assertThat(page.select("main > .cell")).hasSize(1);
    assertThat(page.select("main > .cell").text()).isNotEmpty();
  }

  @Test
  void aTableInMarkdownOfTooManyCellsIsShownAsItsSource() {
    String table = "|a".repeat(3000) + "|\n" + "|-".repeat(3000) + "|\n" + "|1|\n".repeat(3000);
    Document page = TestPage.of(TestPage.text(table, JsonObject.EMPTY));
    assertThat(page.select("main > .cell").text()).contains("asks for too much").contains("|1|");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<div>|10000",
        "<b>|10000",
        "<b><i><p>|4000",
        "<a href=x>|10000",
        "<table><tr><td>|10000",
        "<ul><li>|10000",
        "<svg><g>|10000",
        "<select><optgroup>|4000",
        "<template>|10000",
        "<!--|20000",
        "<|100000",
        "<img src=x>|4000",
      })
  void html(String piece, int times) {
    Document page = TestPage.of(shown("text/html", piece.repeat(times) + "the end"));
    assertThat(page.select("main > .cell")).hasSize(1);
    assertThat(page.select(".outputs > .html")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"<math><mi>", "<button>"})
  void htmlOfWhichNothingIsLeftIsNamed(String piece) {
    Document page = TestPage.of(shown("text/html", piece.repeat(10_000) + "the end"));
    assertThat(page.select(".outputs").text())
        .contains("HTML of which nothing could be taken over");
  }

  @ParameterizedTest
  @CsvSource({"20000, 2", "10, 2000"})
  void largeTablesAreWhole(int rows, int columns) {
    String row = "<tr>" + "<td>1.5</td>".repeat(columns) + "</tr>";
    Document page =
        TestPage.of(shown("text/html", "<table><tbody>" + row.repeat(rows) + "</tbody></table>"));
    assertThat(page.select("td.num")).hasSize(rows * columns);
  }

  @Test
  void styleSheetsAreSearchedForALimitedTime() {
    String rules = ("#a" + " *".repeat(30) + "{color:red}").repeat(200);
    String regex = "#a p:matches((x+x+)+y){color:red} #a p[title~=(x+x+)+y]{color:red}";
    String body =
        "<div id=a>" + "<div>".repeat(150) + "<p title=x>" + "x".repeat(40) + "</p></div>";
    String sheets = "<style>" + regex + rules + "#a{color:blue}".repeat(50_000) + "</style>";
    Document page = TestPage.of(shown("text/html", sheets + body));
    assertThat(page.select(".outputs p").text()).startsWith("xxx");
  }

  @Test
  void formulasNestedTooDeepOrTooLongAreShownAsTheirSource() {
    for (String piece : List.of("{", "\\frac{", "x^", "\\sqrt", "\\left(", "\\begin{matrix}")) {
      Document page = TestPage.of(shown("text/latex", "$$" + piece.repeat(5_000) + "x$$"));
      assertThat(page.select(".outputs code.tex").text()).as(piece).startsWith(piece);
    }
  }

  @Test
  void json() {
    JsonValue one = new JsonArray(List.of(JsonNumber.of(1)));
    JsonValue deep = new JsonArray(Collections.nCopies(20_000, one));
    for (int i = 0; i < 800; i++) {
      deep = new JsonArray(List.of(deep));
    }
    Document page =
        TestPage.of(
            TestPage.code(
                "x",
                DisplayData.of(
                    new MimeBundle(Map.of("application/json", deep)), JsonObject.EMPTY)));
    assertThat(page.select(".outputs").text().length()).isBetween(80_000, 8_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a\\n|200000",
        "x|2000000",
        "\\r50%|100000",
        "a\b|100000",
        "\u001b[|100000",
        "\u001b[31mx\u001b[0m|20000",
        "\u001b]8;;http://a\u0007|10000",
        "\u001b]8;|40000",
        "\u001b[K|20000",
        "\u001b[1K|20000",
        "\u001b[2Kx|20000",
        "x\u001b[A|1000000",
        "\u001b[999999999Cx|2",
        "\u001b[A\u001b[999999999Bx|2",
        "\u001b[A\u001b[999999999Gx|2",
      })
  void streams(String piece, int times) {
    String line = "x".repeat(10_000) + "\r";
    Document page =
        TestPage.of(TestPage.code("x", StreamOutput.of("stdout", line + repeat(piece, times))));
    assertThat(page.select(".outputs")).hasSize(1);
  }

  @Test
  void manyCellsHeadingsAndOutputs() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      cells.add(TestPage.code("x = " + i, StreamOutput.of(i % 2 == 0 ? "stdout" : "stderr", "a")));
      cells.add(TestPage.text("# same", JsonObject.EMPTY));
    }
    Document page = TestPage.of(cells.toArray(Cell[]::new));
    assertThat(page.select("main > .cell")).hasSize(5_000);
    assertThat(page.select("h2[id]").eachAttr("id")).doesNotHaveDuplicates().hasSize(2_500);
  }

  private static Cell shown(String type, String text) {
    Output output = DisplayData.of(MimeBundle.ofText(type, text), JsonObject.EMPTY);
    return TestPage.code("x", output);
  }

  private static String repeat(String piece, int times) {
    return piece.replace("\\n", "\n").replace("\\r", "\r").repeat(times);
  }
}
