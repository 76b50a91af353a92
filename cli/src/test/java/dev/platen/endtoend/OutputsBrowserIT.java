package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report of outputs of every sort, in a browser. */
class OutputsBrowserIT {
  /** Each is a member of a MIME bundle; all are outputs of one cell. */
  private static final List<String> OUTPUTS =
      List.of(
          "'application/vnd.plotly.v1+json': {'data': []}, 'text/html': '<script>boom()</script>'",
          "'application/vnd.vegalite.v5+json': {'mark': 'bar'}, 'text/plain': 'alt.Chart(...)'",
          "'application/javascript': 'boom()', 'text/plain': '<IPython.core.display.Javascript object>'",
          "'application/json': {'hidden': [8, 8], 'text': '<script>boom()</script>'}",
          "'application/vnd.dataresource+json': {'schema': {'fields': [{'name': 'a', 'type': 'integer'}]}, 'data': [{'a': 10}, {'a': 9}, {}, {'a': -1}]}",
          "'application/vnd.jupyter.widget-view+json': {'model_id': 'top'}",
          "'text/vnd.mermaid': 'graph TD; A-->B'",
          "'text/html': '<audio controls src=\"data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=\"></audio>'",
          "'application/pdf': 'JVBERi0xLjQK'");

  private static final String WIDGETS =
      """
      {'application/vnd.jupyter.widget-state+json': {'state': {
        'top': {'model_name': 'HBoxModel', 'state': {'children': ['IPY_MODEL_a', 'IPY_MODEL_b']}},
        'a': {'model_name': 'FloatProgressModel', 'state': {'value': 50}},
        'b': {'model_name': 'HTMLModel', 'state': {'value': '<b onclick=boom()>half</b>'}}}}}
      """;

  @TempDir private static Path dir;
  private static String report = "";
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeReport() throws IOException {
    StringBuilder outputs = new StringBuilder();
    for (String data : OUTPUTS) {
      outputs.append(outputs.isEmpty() ? "" : ", ");
      outputs.append(
          "{'output_type': 'display_data', 'metadata': {}, 'data': {%s}}".formatted(data));
    }
    String notebook =
        """
        {'nbformat': 4, 'nbformat_minor': 5, 'metadata': {'widgets': %s}, 'cells': [
          {'cell_type': 'code', 'id': 'a', 'metadata': {}, 'execution_count': 1,
           'source': 'show()', 'outputs': [%s]},
          {'cell_type': 'code', 'id': 'b', 'metadata': {'scrolled': true}, 'execution_count': 2,
           'source': '#| code-fold: true\\n#| code-summary: Lines\\nprint()', 'outputs': [
             {'output_type': 'stream', 'name': 'stdout', 'text': '%s'}]}]}
        """
            .formatted(WIDGETS, outputs, "line\\n".repeat(90));
    Path file = dir.resolve("outputs.ipynb");
    Files.writeString(file, notebook.replace("\"", "\\\"").replace('\'', '"'));
    Platen.in(dir).run("html", file).exits(0);
    report = dir.resolve("outputs.html").toUri().toString();
    browser = TestBrowser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsComplainedOfAndNothingIsLoaded() {
    assertThat(complaints).isEmpty();
    browser.closePages();
  }

  private Page open(ColorScheme scheme) {
    return browser.open(
        report,
        new Browser.NewContextOptions().setColorScheme(scheme).setAcceptDownloads(true),
        complaints::add,
        url -> {
          if (!url.startsWith("data:") && !url.equals(report)) {
            complaints.add("request: " + url);
          }
        });
  }

  @Test
  void everyOutputIsShownOrNamed() {
    Page page = open(ColorScheme.LIGHT);
    String text = page.locator("#cell-1 .outputs").textContent();
    assertThat(text)
        .contains("an interactive Plotly figure", "an interactive Vega-Lite chart")
        .contains("alt.Chart(...)", "a script", "\"hidden\": [8, 8]", "half", "graph TD; A-->B")
        .contains("a PDF document");
    assertThat(page.locator("#cell-1 .outputs audio").isVisible()).isTrue();
    assertThat(page.locator("#cell-1 .outputs progress").isVisible()).isTrue();
    assertThat(page.locator("#cell-1 .outputs table").isVisible()).isTrue();
  }

  @Test
  void tablesAreSortedByTheKeyboardAndPutBackAsTheyWere() {
    Page page = open(ColorScheme.LIGHT);
    Locator head = page.locator(".html th button");
    head.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".html td").allTextContents()).containsExactly("-1", "9", "10", "");
    assertThat(page.locator(".html th").getAttribute("aria-sort")).isEqualTo("ascending");
    page.keyboard().press("Enter");
    assertThat(page.locator(".html td").allTextContents()).containsExactly("10", "9", "-1", "");
    page.keyboard().press("Enter");
    assertThat(page.locator(".html td").allTextContents()).containsExactly("10", "9", "", "-1");
    assertThat(page.locator(".html th").getAttribute("aria-sort")).isNull();
  }

  @Test
  void whatIsNotShownCanBeSaved() throws IOException {
    Page page = open(ColorScheme.LIGHT);
    Download download = page.waitForDownload(() -> page.locator(".save").last().click());
    assertThat(download.suggestedFilename()).isEqualTo("cell-1-9.pdf");
    assertThat(Files.readString(download.path())).isEqualTo("%PDF-1.4\n");
    assertThat(page.url()).isEqualTo(report);
  }

  @Test
  void scrolledOutputStaysInItsBoxAndIsReachedByTheKeyboard() {
    Page page = open(ColorScheme.LIGHT);
    Object height = page.evaluate("document.querySelector('.scrolled').clientHeight");
    assertThat(((Number) height).intValue()).isLessThan(450);
    assertThat(page.locator(".scrolled").getAttribute("tabindex")).isEqualTo("0");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingThatKeepsReadersOut(ColorScheme scheme) {
    List<String> found = TestBrowser.violations(open(scheme));
    assertThat(found).isEmpty();
  }
}
