package dev.platen.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.RawCell;
import dev.platen.notebook.StreamOutput;
import dev.platen.report.html.LocalImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.Assertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final JsonObject PYTHON =
      JsonObject.build(
          o -> o.put("language_info", JsonObject.build(info -> info.put("name", "python"))));

  private static Notebook notebook(Cell... cells) {
    return new Notebook(List.of(cells), PYTHON, JsonObject.EMPTY);
  }

  private static MarkdownCell text(String source) {
    return new MarkdownCell("m", source, JsonObject.EMPTY, Map.of(), JsonObject.EMPTY);
  }

  private static CodeCell code(String source, JsonObject metadata, Output... outputs) {
    return CodeCell.of("c", source, metadata).withOutputs(OptionalInt.of(5), List.of(outputs));
  }

  private static CodeCell tagged(String source, String tag, Output... outputs) {
    JsonObject metadata = JsonObject.build(o -> o.put("tags", JsonArray.ofStrings(List.of(tag))));
    return code(source, metadata, outputs);
  }

  private static JsonObject papermill(String status, double duration) {
    return JsonObject.build(
        o ->
            o.put(
                "papermill",
                JsonObject.build(p -> p.put("status", status).put("duration", duration))));
  }

  private static String html(ReportOptions options, ReportContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new HtmlReport(options).write(content, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Document page(Notebook notebook) {
    return Jsoup.parse(
        html(ReportOptions.DEFAULT, new ReportContent(notebook, "Report", Optional.empty())));
  }

  private static RunOverview overview(String status, ReportParameter... parameters) {
    return new RunOverview(
        status,
        Optional.of("the kernel process died (signal 9)"),
        List.of(parameters),
        List.of(),
        List.of(new FactGroup("Code", List.of(new Fact("Commit", "8a1f0c2 <main>")))),
        "24 November 2026, 09:14 UTC",
        "3 min 5 s");
  }

  private static Document page(Notebook notebook, RunOverview run) {
    return Jsoup.parse(
        html(ReportOptions.DEFAULT, new ReportContent(notebook, "Report", Optional.of(run))));
  }

  @Test
  void isOneSmallFileThatLoadsNothing() {
    String html =
        html(ReportOptions.DEFAULT, new ReportContent(notebook(), "<T>", Optional.empty()));
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(50_000);
    assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain("url(");
    Document page = Jsoup.parse(html);
    assertThat(page.title()).isEqualTo("<T>");
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("script[src], link, iframe, img")).isEmpty();
    assertThat(page.select("main h1").text()).isEqualTo("<T>");
  }

  @Test
  void aTitleThatIsTheFirstHeadingKeepsItsMarkup() {
    Notebook notebook =
        new Notebook(
            List.of(TestPage.text("# *Re*<b>po</b>rt $^2$\n\ntext", JsonObject.EMPTY)),
            JsonObject.EMPTY,
            JsonObject.EMPTY);
    ReportContent content = new ReportContent(notebook, "Report ^2", Optional.empty());
    Document page = Jsoup.parse(html(ReportOptions.DEFAULT, content));
    assertThat(page.title()).isEqualTo("Report ^2");
    assertThat(page.select("h1 em").text()).isEqualTo("Re");
    assertThat(page.select("h1 b").text()).isEqualTo("po");
    assertThat(page.select("h1 math")).hasSize(1);
    assertThat(page.select("h1, h2")).hasSize(1);
  }

  @Test
  void letsOnlyItsOwnScriptRun() throws Exception {
    Document page = page(notebook());
    Element policy = page.select("meta[http-equiv=Content-Security-Policy]").first();
    String script = page.select("script").first().data();
    String hash =
        java.util.Base64.getEncoder()
            .encodeToString(
                java.security.MessageDigest.getInstance("SHA-256")
                    .digest(script.getBytes(StandardCharsets.UTF_8)));
    assertThat(policy.attr("content"))
        .isEqualTo(
            "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; script-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'");
    assertThat(policy.elementSiblingIndex()).isEqualTo(1);
  }

  @Test
  void givesTheSameBytesForTheSameContent() {
    Notebook notebook =
        notebook(
            text("# A\n\n$x$ <b>b</b> [^1]\n\n[^1]: n"),
            code("import x", JsonObject.EMPTY, StreamOutput.of("stdout", "a\rb")));
    ReportContent content =
        new ReportContent(notebook, "Report", Optional.of(overview("succeeded")));
    assertThat(html(ReportOptions.DEFAULT, content))
        .isEqualTo(html(ReportOptions.DEFAULT, content));
  }

  @Test
  void writesACodeCell() {
    Document page =
        page(
            notebook(
                code(
                    "print(1)",
                    papermill("completed", 1.25),
                    StreamOutput.of("stdout", "1\n"),
                    StreamOutput.of("stdout", "2\n"),
                    StreamOutput.of("stderr", "warn\n"))));
    page.outputSettings().prettyPrint(false);
    assertThat(page.select("main > .cell").outerHtml())
        .isEqualTo(
            """
            <div class="cell code-cell" id="cell-1">
            <a class="anchor" href="#cell-1" aria-label="Link to cell 1 (In [5])">#</a>\
            <details class="source" open><summary><span class="where">Cell 1</span>\
             <span class="count">In [5]</span> <span class="time">1.3 s</span></summary>
            <pre class="code"><code><span class="b">print</span>(<span class="m">1</span>)</code>\
            </pre></details>
            <div class="outputs"><pre class="out stream">1
            2</pre>
            <p class="channel">stderr</p><pre class="out stream stderr">warn</pre>
            </div>
            </div>""");
  }

  @Test
  void saysFirstWhatFailedAndWhere() {
    Document page =
        page(
            notebook(
                code("ok()", papermill("completed", 1)),
                tagged("bad()", "hide-cell", ErrorOutput.of("ValueError", "<no>", List.of())),
                code("never()", papermill("pending", 0))),
            overview("failed"));
    Element failure = page.select(".title > .failure").first();
    assertThat(failure.text())
        .isEqualTo(
            "The run failed in cell 2 (In [5]). One code cell was not run. ValueError: <no>");
    assertThat(failure.select("a").attr("href")).isEqualTo("#cell-2");
    assertThat(page.select("#cell-2 .error").text()).isEqualTo("ValueError: <no>");
    assertThat(page.select("#cell-2 details.folded")).isEmpty();
    assertThat(page.select("#cell-2 .ending").text()).isEqualTo("failed");
    assertThat(page.select("#cell-3 .ending").text()).isEqualTo("not run");
  }

  @Test
  void findsWordsForEveryEnding() {
    assertThat(failure("kernel_lost"))
        .isEqualTo("The kernel was lost in cell 1 (In [5]). the kernel process died (signal 9)");
    assertThat(failure("timed_out"))
        .isEqualTo(
            "The run ran out of time in cell 1 (In [5]). the kernel process died (signal 9)");
    assertThat(failure("interrupted"))
        .isEqualTo(
            "The run was interrupted in cell 1 (In [5]). the kernel process died (signal 9)");
  }

  private static String failure(String status) {
    Notebook notebook = notebook(code("x", papermill(status, 1)));
    return page(notebook, overview(status)).select(".failure").text();
  }

  @Test
  void noticesErrorsInNotebooksOfUnknownOrigin() {
    ErrorOutput error = ErrorOutput.of("KeyError", "'a'", List.of("tb"));
    assertThat(page(notebook(code("x", JsonObject.EMPTY, error))).select(".failure").text())
        .isEqualTo("The run failed in cell 1 (In [5]). KeyError: 'a'");
    assertThat(page(notebook(tagged("x", "raises-exception", error))).select(".failure")).isEmpty();
  }

  @Test
  void marksTheParametersThatWereChanged() {
    Document page =
        page(
            notebook(),
            overview(
                "succeeded",
                new ReportParameter("lr", "0.1", "float", Optional.of("0.01")),
                new ReportParameter("n", "3", "int", Optional.of("3")),
                new ReportParameter("extra", "1", "int", Optional.empty())));
    assertThat(page.select(".parameters h2").text())
        .isEqualTo("Parameters 1 of 3 changed for this run");
    assertThat(page.select(".parameters tr").eachText())
        .containsExactly(
            "Name Value Type Template default",
            "lr 0.1 changed float 0.01",
            "n 3 int 3",
            "extra 1 int");
    assertThat(page.select(".status-line").text())
        .isEqualTo("✓ Succeeded Started 24 November 2026, 09:14 UTC Took 3 min 5 s");
    assertThat(page.select("details.provenance").text())
        .isEqualTo("Provenance Code Commit 8a1f0c2 <main>");
  }

  @Test
  void readsWhatPapermillNoted() {
    JsonObject noted =
        JsonObject.build(
            o ->
                o.put("parameters", JsonObject.build(p -> p.put("lr", 0.1).put("name", "a<b")))
                    .put("start_time", "2026-11-24T09:14:03.1+00:00")
                    .put("end_time", "2026-11-24T09:15:03.1+00:00")
                    .put("duration", 60.0)
                    .put("exception", false));
    Document page = page(notebook().withMetadata(JsonObject.build(o -> o.put("papermill", noted))));
    assertThat(page.select(".status-line").text())
        .isEqualTo("✓ Succeeded Started 2026-11-24 09:14 UTC Took 1 min 0 s");
    assertThat(page.select(".parameters tbody tr").eachText())
        .containsExactly("lr 0.1", "name a<b");
    assertThat(page.select(".parameters thead").text()).isEqualTo("Name Value");
  }

  @Test
  void doesAsTheAuthorsTagsAsk() {
    StreamOutput out = StreamOutput.of("stdout", "printed");
    JsonObject labHidden =
        JsonObject.build(
            o -> o.put("jupyter", JsonObject.build(j -> j.put("source_hidden", true))));
    Document page =
        page(
            notebook(
                tagged("a1", "hide-input", out),
                code("a2", labHidden, out),
                tagged("a3", "hide-output", out),
                tagged("a4", "hide-cell", out),
                tagged("a5", "remove-input", out),
                tagged("a6", "remove_output", out),
                tagged("a7", "remove-cell", out),
                tagged("a8", "injected-parameters"),
                code(" ", JsonObject.EMPTY)));
    assertThat(page.select("main > .cell").eachAttr("id"))
        .containsExactly("cell-1", "cell-2", "cell-3", "cell-4", "cell-5", "cell-6", "cell-8");
    assertThat(page.select("details.source:not([open])").eachText())
        .containsExactly("Cell 1 In [5] a1", "Cell 2 In [5] a2");
    assertThat(page.select("details.folded > summary").eachText())
        .containsExactly("Show output", "Show cell 4 (In [5])");
    assertThat(page.select("#cell-5").text()).isEqualTo("printed");
    assertThat(page.select("#cell-6").text()).isEqualTo("# Cell 6 In [5] a6");
    assertThat(page.select("#cell-8 .role").text()).isEqualTo("parameters of this run");
  }

  @Test
  void leavesHiddenCodeOutOfTheFile() {
    ReportContent content =
        new ReportContent(
            notebook(code("secret", JsonObject.EMPTY, StreamOutput.of("stdout", "shown"))),
            "Report",
            Optional.empty());
    assertThat(html(ReportOptions.DEFAULT.withCode(ReportOptions.Code.HIDDEN), content))
        .contains("shown")
        .doesNotContain("secret");
    assertThat(html(ReportOptions.DEFAULT.withCode(ReportOptions.Code.FOLDED), content))
        .contains("<details class=\"source\"><summary>");
    assertThat(html(ReportOptions.DEFAULT.withTheme(ReportOptions.Theme.DARK), content))
        .contains("<html lang=\"en\" data-theme=\"dark\">");
  }

  @Test
  void listsTheHeadingsBesideTheReport() {
    Document page = page(notebook(text("# Report\n\n## One\n\n### Two"), text("## One")));
    assertThat(page.select("nav.toc a").eachText()).containsExactly("One", "Two", "One");
    for (Element link : page.select("nav.toc a")) {
      assertThat(page.select(link.attr("href"))).hasSize(1);
    }
    assertThat(page.select("h1").eachText()).containsExactly("Report");
  }

  @Test
  void writesRawCellsForPagesOnly() {
    Document page =
        page(
            notebook(
                raw("plain <b>", ""),
                raw("<b onclick=x>html</b>", "text/html"),
                raw("\\latex", "application/x-latex")));
    assertThat(page.select("#cell-1").html()).contains("plain &lt;b&gt;");
    assertThat(page.select("#cell-2 .prose").html()).isEqualTo("<b>html</b>");
    assertThat(page.select("#cell-3")).isEmpty();
  }

  private static RawCell raw(String source, String type) {
    JsonObject metadata =
        type.isEmpty() ? JsonObject.EMPTY : JsonObject.build(o -> o.put("raw_mimetype", type));
    return new RawCell("r", source, metadata, Map.of(), JsonObject.EMPTY);
  }

  @Test
  void writesHalfSurrogatePairsAsReplacementCharacters() {
    Document page =
        page(notebook(code("x", JsonObject.EMPTY, StreamOutput.of("stdout", "a\ud83db"))));
    assertThat(page.select(".stream").text()).isEqualTo("a\ufffdb");
  }

  @Test
  void passesOnTheStreamsFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    ReportContent content = new ReportContent(notebook(), "Report", Optional.empty());
    Assertions.assertThatThrownBy(() -> new HtmlReport(ReportOptions.DEFAULT).write(content, full))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
  }

  @Test
  void theMetricsStandBeforeTheProvenanceAndLinkToTheirCells() {
    RunOverview plain = overview("succeeded");
    RunOverview run =
        new RunOverview(
            plain.status(),
            Optional.empty(),
            plain.parameters(),
            List.of(
                new ReportMetric(
                    "r2", new ReportMetric.Missing("<no>"), "expression", OptionalInt.empty()),
                new ReportMetric(
                    "mse", new ReportMetric.Value("0.5"), "printed by", OptionalInt.of(1)),
                new ReportMetric(
                    "folds",
                    new ReportMetric.Table(List.of("fold"), List.of(List.of("<1>"), List.of("2"))),
                    "scrap in",
                    OptionalInt.of(1))),
            plain.facts(),
            plain.started(),
            plain.duration());
    Element metrics = page(notebook(), run).select("section.metrics").first();
    assertThat(metrics.select("> div > table > tbody > tr > th").eachText())
        .containsExactly("r2", "mse", "folds");
    assertThat(metrics.select(".missing").text()).isEqualTo("<no>");
    assertThat(metrics.select("a[href=#cell-2]").eachText()).containsExactly("cell 2", "cell 2");
    assertThat(metrics.select("details summary").text()).isEqualTo("2 rows, 1 column");
    assertThat(metrics.select("details td").eachText()).containsExactly("<1>", "2");
    assertThat(metrics.nextElementSibling().className()).isEqualTo("provenance");
  }

  @Test
  void copiesTheImagesBesideTheNotebookIntoThePage(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("f.gif"), "GIF89a");
    ReportContent content =
        new ReportContent(
            notebook(text("![f](f.gif) ![g](g.gif)"), raw("<img src=f.gif>", "text/html")),
            "Report",
            Optional.empty(),
            new LocalImages(dir));
    Document page = Jsoup.parse(html(ReportOptions.DEFAULT, content));
    assertThat(page.select("main img").eachAttr("src"))
        .hasSize(2)
        .containsOnly("data:image/gif;base64,R0lGODlh");
    assertThat(page.select(".absent").text()).isEqualTo("Image not in this file: g");
  }
}
