package dev.platen.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Interactive figures of a notebook that the real kernel executed, in a browser, from a file. */
class FiguresBrowserIT {
  private static final Pattern DRAWN = Pattern.compile(".*\\bdrawn\\b.*");
  private static final LocatorAssertions.HasClassOptions PATIENTLY =
      new LocatorAssertions.HasClassOptions().setTimeout(40_000);
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

  /** One figure a cell. */
  private static final List<String> CELLS =
      List.of(
          """
          #| label: fig-loss
          #| fig-cap: The loss.
          #| fig-alt: A line that falls.
          import plotly.graph_objects as go
          import plotly.io
          figure = go.Figure(go.Scatter(x=[1, 2, 3], y=[3, 1, 2]), layout={"title": "Plotly"})
          display({"application/vnd.plotly.v1+json": figure.to_plotly_json() | {"config": {}},
                   "image/png": "%s"}, raw=True)
          """
              .formatted(PIXEL),
          """
          plotly.io.renderers.default = "notebook_connected"
          figure.show()
          """,
          """
          import altair
          chart = altair.Chart(altair.Data(values=[{"a": "A", "b": 3}, {"a": "B", "b": 7}]))
          chart = chart.mark_bar().encode(
              x="a:N", y="b:Q", color=altair.condition("datum.b > 4", altair.value("red"), altair.value("gray")))
          chart
          """,
          """
          display({"application/vnd.vegalite.v6+json": chart.to_dict(), "text/plain": "a chart"}, raw=True)
          """,
          """
          import bokeh.io
          import bokeh.plotting
          bokeh.io.output_notebook(hide_banner=True)
          figure = bokeh.plotting.figure(width=500, height=300)
          figure.line([1, 2, 3], [3, 1, 2])
          bokeh.plotting.show(figure)
          """,
          """
          display({"text/vnd.mermaid": "graph TD; A-->B"}, raw=True)
          """,
          """
          from IPython.display import HTML
          HTML("<p id=a>still</p><script>document.getElementById('a').textContent = 'moved'</script>")
          """);

  /** In a text, the last of all. */
  private static final String DIAGRAM = "Data first:\n\n```mermaid\ngraph LR; data-->model\n```\n";

  private static final int PLOTLY = 0;
  private static final int VEGA_LITE = 3;
  private static final int HTML = CELLS.size() - 1;
  private static final int FIGURES = CELLS.size() + 1;

  @TempDir private static Path dir;
  private static Path file = Path.of("");
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeReport() throws IOException {
    TestNotebook.of(CELLS.toArray(String[]::new)).markdown(DIAGRAM).in(dir);
    file = Platen.in(dir).run("run", "report.ipynb").exits(0).run().file("report.html");
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
    // Chromium's advice to those who read their canvas often, as Bokeh does.
    assertThat(complaints).filteredOn(c -> !c.startsWith("warning: Canvas2D")).isEmpty();
    browser.closePages();
  }

  private Page open(Browser.NewContextOptions options) {
    String report = file.toUri().toString();
    return browser.open(
        report,
        options,
        complaints::add,
        url -> {
          if (!url.startsWith("data:") && !url.equals(report)) {
            complaints.add("request: " + url);
          }
        });
  }

  private static Locator figure(Page page, int index) {
    Locator figure = page.locator(".figure").nth(index);
    figure.scrollIntoViewIfNeeded();
    return figure;
  }

  private static Locator drawn(Page page, int index) {
    Locator figure = figure(page, index);
    assertThat(figure).hasClass(DRAWN, PATIENTLY);
    return figure;
  }

  private static Frame frame(Locator figure) {
    ElementHandle handle = figure.locator("iframe").elementHandle();
    return handle.contentFrame();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 420"})
  void everyFigureIsDrawnInAFrameThatFitsIt(ColorScheme scheme, int width) {
    Page page =
        open(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
    assertThat(page.locator(".figure").count()).isEqualTo(FIGURES);
    for (int i = 0; i < FIGURES; i++) {
      Locator figure = drawn(page, i);
      assertThat(figure.locator("iframe").getAttribute("sandbox")).isEqualTo("allow-scripts");
      assertThat(figure.locator(".twin").isVisible()).isFalse();
      Frame frame = frame(figure);
      if (i != HTML) {
        // Those of Bokeh are in shadow trees, which the selector sees into.
        frame
            .locator("svg path, canvas")
            .first()
            .waitFor(
                new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
      }
      assertThat(frame.evaluate("getComputedStyle(document.documentElement).overflowY"))
          .isEqualTo("hidden");
    }
    assertThat(frame(figure(page, HTML)).locator("#a").textContent()).isEqualTo("moved");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @Test
  void aFigureHasTheCaptionAndTheWordsOfItsCell() {
    Page page = open(new Browser.NewContextOptions());
    Locator figure = drawn(page, PLOTLY);
    assertThat(figure.locator(".caption").count()).isEqualTo(1);
    assertThat(figure.locator(".caption").innerText()).isEqualTo("Figure 1: The loss.");
    assertThat(figure.locator("iframe").getAttribute("title")).isEqualTo("A line that falls.");
  }

  @Test
  void figuresFollowTheThemeThatTheReaderChooses() {
    Page page = open(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    Frame frame = frame(drawn(page, VEGA_LITE));
    String colour = "getComputedStyle(document.querySelector('.mark-text text')).fill";
    Object light = frame.evaluate(colour);
    page.locator("#theme-switch").click();
    page.locator("#theme-switch").click();
    frame.waitForFunction("document.documentElement.className === 'dark'");
    assertThat(frame.evaluate(colour)).isNotEqualTo(light);
  }

  @Test
  void withoutScriptWhatStandsForAFigureIsShownAndItsDataCanBeSaved() {
    Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(figure(page, PLOTLY).locator("img").isVisible()).isTrue();
    assertThat(figure(page, VEGA_LITE).innerText()).contains("a chart", "Vega-Lite", "Save it");
    assertThat(figure(page, HTML).innerText()).contains("still");
    assertThat(figure(page, FIGURES - 1).innerText()).contains("data-->model", "Save it");
  }

  @Test
  void inPrintWhatStandsForAFigureIsShown() {
    Page page = open(new Browser.NewContextOptions());
    Locator figure = drawn(page, PLOTLY);
    assertThat(figure.locator("img").isVisible()).isFalse();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(figure.locator("img").isVisible()).isTrue();
    assertThat(figure.locator("iframe").isVisible()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingInThePage(ColorScheme scheme) {
    Page page = open(new Browser.NewContextOptions().setColorScheme(scheme));
    drawn(page, PLOTLY);
    drawn(page, VEGA_LITE);
    List<String> found =
        TestBrowser.violations(page).stream()
            // What libraries draw is theirs; a frame's target has two parts.
            .filter(violation -> !violation.contains("iframe,"))
            .toList();
    assertThat(found).isEmpty();
  }

  @Test
  void eachLibraryIsInThePageOnceAndTheSameNotebookGivesTheSameBytes() throws IOException {
    String page = Files.readString(file);
    for (String library : List.of("plotly", "vega", "bokeh", "mermaid")) {
      assertThat(page.split("id=\"library-" + library + "\"", -1)).as(library).hasSize(2);
    }
    Path notebook = file.resolveSibling("notebook.ipynb");
    Platen.in(dir).run("html", notebook, "-o", "one.html").exits(0);
    Platen.in(dir).run("html", notebook, "-o", "two.html").exits(0);
    assertThat(dir.resolve("one.html")).hasSameBinaryContentAs(dir.resolve("two.html"));
  }
}
