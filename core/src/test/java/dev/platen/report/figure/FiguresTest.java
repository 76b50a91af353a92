package dev.platen.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.report.html.HtmlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With sample libraries: Plotly, Vega and Bokeh are there, Mermaid isn't. */
class FiguresTest {
  private static final LibraryScripts SAMPLE = LibraryScripts.in("sample/");
  private static final String COPY = "/**\n* plotly.js v4.1.1\n*/" + "x".repeat(60_000);

  private static MimeBundle bundle(String type, JsonValue value) {
    return new MimeBundle(Map.of(type, value));
  }

  private static MimeBundle html(String markup) {
    return bundle("text/html", new JsonString(markup));
  }

  private static Figures figures(MimeBundle... bundles) {
    List<Output> outputs =
        List.of(bundles).stream()
            .map(bundle -> (Output) DisplayData.of(bundle, JsonObject.EMPTY))
            .toList();
    CodeCell cell =
        CodeCell.of("c", "show()", JsonObject.EMPTY).withOutputs(OptionalInt.of(1), outputs);
    return Figures.of(
        new Notebook(List.of(cell), JsonObject.EMPTY, JsonObject.EMPTY), SAMPLE, true);
  }

  private static Optional<Drawing> drawing(MimeBundle bundle) {
    return figures(bundle).drawing(bundle);
  }

  private static Frame frame(MimeBundle bundle) {
    return (Frame) drawing(bundle).orElseThrow();
  }

  private static String why(MimeBundle bundle) {
    return ((Undrawn) drawing(bundle).orElseThrow()).why();
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.plotly.v1+json, plotly, ''",
    "application/vnd.vegalite.v4+json, vega, vega-lite",
    "application/vnd.vegalite.v5.20.1+json, vega, vega-lite",
    "application/vnd.vegalite.v6.json, vega, vega-lite",
    "application/vnd.vega.v5+json, vega, vega"
  })
  void dataIsDrawnByItsLibrary(String type, String draws, String mode) {
    Frame frame = frame(bundle(type, JsonObject.build(o -> o.put("a", "</script>"))));
    assertThat(frame.draws()).isEqualTo(draws);
    assertThat(frame.mode()).isEqualTo(mode);
    assertThat(frame.data()).isEqualTo("{\"a\":\"</script>\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>text</p>",
        "<table><tr><td>&lt;script&gt;</td></tr></table>",
        "<script type=\"application/json\">{}</script><p>x</p>",
        "<p>a < script</p>"
      })
  void whatRunsNoScriptIsNoFigure(String markup) {
    assertThat(drawing(html(markup))).isEmpty();
  }

  @Test
  void dataOfTheWrongKindIsNoFigure() {
    assertThat(drawing(bundle("application/vnd.plotly.v1+json", new JsonString("x")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://cdn.plot.ly/plotly-2.35.2.min.js, PLOTLY",
    "https://cdn.jsdelivr.net/npm/plotly.js-dist-min@4/plotly.min.js, PLOTLY",
    "https://cdn.jsdelivr.net/npm/vega@5?noext, VEGA",
    "https://cdn.jsdelivr.net/npm/vega-lite@6.4.1, VEGA",
    "https://cdn.bokeh.org/bokeh/release/bokeh-widgets-3.9.2.min.js, BOKEH"
  })
  void aLibraryThatIsHereTakesThePlaceOfOneElsewhere(String address, FigureLibrary library) {
    Frame frame = frame(html("<div id=a></div><script src='" + address + "'></script>"));
    assertThat(frame.libraries()).containsExactly(library);
    assertThat(frame.data()).doesNotContain("src=", "http");
    assertThat(frame.whole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/plotly/evil.js",
        "https://evil.example/?a=/plotly.min.js/x",
        "leaflet.js"
      })
  void otherScriptsFromElsewhereAreNamed(String address) {
    assertThat(why(html("<p>x</p><script src='" + address + "'></script>")))
        .contains(address.startsWith("https") ? "evil.example" : "leaflet.js");
  }

  @Test
  void scriptsOfPagesInPagesCountToo() {
    assertThat(why(html("<iframe srcdoc=\"<script src='https://tiles.example/l.js'></script>\">")))
        .contains("tiles.example");
    Frame frame = frame(html("<iframe srcdoc=\"<p onclick=a()>x</p><script>inner()</script>\">"));
    assertThat(frame.scripts()).extracting(InlineScript::text).containsExactly("inner()");
    assertThat(frame.data()).doesNotContain("onclick");
  }

  @Test
  void whatIsForBrowsersWithoutScriptsIsLeftOut() {
    String hostile = "<noscript><p title=\"</noscript><img src=x onerror=a()>\"></noscript>";
    assertThat(frame(html("<p>x</p>" + hostile + "<script>b()</script>")).data())
        .contains("<p>x</p>", "b()")
        .doesNotContain("noscript", "onerror");
  }

  @Test
  void whatOnlyBringsALibraryDrawsNothing() {
    assertThat(drawing(html("<script>" + COPY + "</script>"))).containsInstanceOf(Loader.class);
    String module =
        "<script type=\"module\">import \"https://cdn.plot.ly/plotly-4.1.1.min\"</script>";
    assertThat(drawing(html(module))).containsInstanceOf(Loader.class);
  }

  @Test
  void whatHasAPictureBesidesIsNotTakenForALoader() {
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    entries.put("text/html", new JsonString("<script>" + COPY + "</script>"));
    entries.put("image/gif", new JsonString("R0lGODlh"));
    assertThat(drawing(new MimeBundle(entries))).isEmpty();
  }

  @Test
  void aLibraryThatAnOutputBringsInlineGivesWayToOurs() {
    Frame frame =
        frame(html("<div id=a></div><script>" + COPY + "</script><script>Plotly.b()</script>"));
    assertThat(frame.libraries()).containsExactly(FigureLibrary.PLOTLY);
    assertThat(frame.scripts()).extracting(InlineScript::text).containsExactly("Plotly.b()");
    assertThat(frame.data()).hasSizeLessThan(200);
  }

  @Test
  void aLargeScriptIsInThePageOnce() {
    String large = "a(1);\r\n".repeat(10_000);
    MimeBundle one = html("<p>1</p><script>" + large + "</script>");
    MimeBundle two = html("<p>2</p><script>" + large + "</script>");
    Figures figures = figures(one, two);
    FrameWriter writer = figures.writer();
    String page =
        HtmlWriter.fragment(
                html -> {
                  for (MimeBundle bundle : List.of(one, two)) {
                    Frame frame = (Frame) figures.drawing(bundle).orElseThrow();
                    writer.open(frame, "cell 1", html);
                    writer.data(frame, "f.html", "cell 1", html);
                    writer.close(Optional.empty(), html);
                  }
                  writer.end(html);
                })
            .markup();
    String id = new InlineScript(large.replace("\r\n", "\n")).id();
    assertThat(page.split("id=\"" + id, -1)).hasSize(2);
    assertThat(page.split("data-parts=\"" + id, -1)).hasSize(3);
    assertThat(page).hasSizeLessThan(30_000);
  }

  @Test
  void thePolicyNamesTheScriptsOfFramesAndNothingWhenThereAreNone() {
    assertThat(figures(html("<p>x</p>")).scriptSources()).isEmpty();
    assertThat(figures(html("<p>x</p><script>Bokeh.a()</script>")).scriptSources())
        .hasSize(4)
        .contains("'sha256-hash-of-bokeh'")
        .allMatch(source -> source.matches("'sha256-[\\w+/=-]+'"));
  }

  @Test
  void aLibraryThatIsNotBuiltInIsSaidToBeMissing() {
    assertThat(why(bundle("text/vnd.mermaid", new JsonString("graph TD")))).contains("npm");
  }

  @Test
  void bokehsScriptIsDrawnIntoTheElementsItNames() {
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    entries.put("application/vnd.bokehjs_exec.v0+json", new JsonString(""));
    entries.put(
        "application/javascript",
        new JsonString("root.Bokeh.embed({\"roots\":{\"p1\":\"a-1\",\"p2\":\"b-2\"}})"));
    Frame frame = frame(new MimeBundle(entries));
    assertThat(frame.data()).contains("<div id=\"a-1\"></div><div id=\"b-2\"></div><script>");
    assertThat(frame.libraries()).isEqualTo(Set.of(FigureLibrary.BOKEH));
    assertThat(frame.words()).isEqualTo("an interactive Bokeh figure");
  }

  @Test
  void anEndlesslyNestedPageIsReadAllTheSame() {
    String deep = "<div>".repeat(50_000) + "<script>a()</script>";
    assertThat(frame(html(deep)).scripts()).hasSize(1);
  }
}
