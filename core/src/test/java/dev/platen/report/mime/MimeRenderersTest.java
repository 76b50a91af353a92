package dev.platen.report.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.figure.Figures;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.markdown.MarkdownRenderer;
import dev.platen.report.markdown.Outline;
import dev.platen.report.tex.MathRenderer;
import dev.platen.report.tex.MathWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeRenderersTest {
  private static final String GIF = "R0lGODlh";

  private static String html(MimeBundle bundle, JsonObject metadata) {
    return html(bundle, metadata, JsonObject.EMPTY);
  }

  private static String html(MimeBundle bundle, JsonObject metadata, JsonObject notebook) {
    Outline outline = Outline.of(List.of(), "");
    MathWriter math = new MathWriter(MathRenderer.none());
    MimeRenderers renderers =
        MimeRenderers.standard(
            outline,
            new MarkdownRenderer(outline, math),
            math,
            notebook,
            Figures.none().writer(),
            false);
    return HtmlWriter.fragment(
            html -> renderers.write(bundle, metadata, new OutputPlace("cell 7", "7-1"), html))
        .markup();
  }

  private static String html(String... typesAndTexts) {
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    for (int i = 0; i < typesAndTexts.length; i += 2) {
      entries.put(typesAndTexts[i], new JsonString(typesAndTexts[i + 1]));
    }
    return html(new MimeBundle(entries), JsonObject.EMPTY);
  }

  private static String saving(String type, String file, String base64) {
    return "<a class=\"save\" download=\"%s\" href=\"data:application/octet-stream;base64,%s\""
            .formatted(file, base64)
        + " aria-label=\"Save it: %s from cell 7\">Save it</a>".formatted(type);
  }

  @Test
  void whatLiesUnderAFrameIsNotShownInItsPlace() {
    String map =
        "<div><div style='position:relative;height:0;padding-bottom:60%'><span>Trust me</span>"
            + "<iframe srcdoc='<script>map()</script>' style='position: absolute; height: 100%'>"
            + "</iframe></div></div>";
    String shown = html("text/plain", "<folium.Map>", "text/html", map);
    assertThat(shown)
        .contains("&lt;folium.Map&gt;", "HTML that lives by its scripts", "Save it")
        .doesNotContain("Trust me</span>", "padding");
    assertThat(html("text/plain", "<IFrame>", "text/html", "<iframe src=plot.html></iframe>"))
        .isEqualTo(
            "<div class=\"out html\"><span class=\"absent\">Page not in this file: "
                + "<a href=\"plot.html\">plot.html</a></span></div>");
  }

  @Test
  void showsTheRichestRepresentationOnly() {
    assertThat(html("text/plain", "p", "image/gif", GIF, "text/html", "<b>h</b>"))
        .isEqualTo("<div class=\"out html\"><b>h</b></div>");
    assertThat(html("text/plain", "p", "text/markdown", "*m*"))
        .isEqualTo("<div class=\"out prose\"><p><em>m</em></p></div>");
    assertThat(html("text/plain", "p", "text/latex", "$x$"))
        .isEqualTo("<div class=\"out latex\"><code class=\"tex\">x</code></div>");
  }

  @Test
  void showsImagesWithTheWordsAndSizeOfTheirMetadata() {
    assertThat(html("text/plain", "<Figure>", "image/gif", GIF))
        .isEqualTo(
            "<figure class=\"out\"><img src=\"data:image/gif;base64,R0lGODlh\""
                + " alt=\"Figure from cell 7\"></figure>");
    JsonObject metadata =
        JsonObject.build(
            o ->
                o.put("alt", "\"><script>")
                    .put("height", "9\" onload=x")
                    .put("image/gif", JsonObject.build(gif -> gif.put("width", 12.4))));
    assertThat(html(MimeBundle.ofText("image/gif", GIF), metadata))
        .isEqualTo(
            "<figure class=\"out\"><img src=\"data:image/gif;base64,R0lGODlh\""
                + " alt=\"&quot;&gt;&lt;script&gt;\" width=\"12\"></figure>");
  }

  @Test
  void fallsBackAndSaysSoWhenDataIsNotWhatItsTypeSays() {
    assertThat(html("image/png", "<script>", "text/plain", "p"))
        .isEqualTo(
            "<pre class=\"out text\">\np</pre><p class=\"unshown\">Not shown in this report: "
                + "<code>image/png</code>, 8 bytes. "
                + saving("image/png", "cell-7-1.png", "PHNjcmlwdD4=")
                + "</p>");
  }

  @Test
  void namesWhatItCannotShow() {
    JsonObject chart = JsonObject.build(o -> o.put("data", JsonArray.EMPTY));
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    entries.put("application/vnd.<b>+json", chart);
    entries.put("text/plain", new JsonString("a chart"));
    assertThat(html(new MimeBundle(entries), JsonObject.EMPTY))
        .isEqualTo(
            "<pre class=\"out text\">\na chart</pre><p class=\"unshown\">Not shown in this report: "
                + "<code>application/vnd.&lt;b&gt;+json</code>, 11 bytes. "
                + saving("application/vnd.&lt;b&gt;+json", "cell-7-1.json", "eyJkYXRhIjpbXX0=")
                + "</p>");
  }

  @Test
  void prefersTheStaticTwinOfAScriptedOutput() {
    assertThat(html("text/html", "<script>x</script><p>loading</p>", "image/gif", GIF))
        .startsWith("<figure");
    assertThat(html("text/html", "<script>x</script><p>y</p>", "text/plain", "Pipeline(a, b)"))
        .startsWith("<pre class=\"out text\">\nPipeline(a, b)</pre>")
        .contains("<code>text/html</code>");
    assertThat(html("text/html", "<script>x</script><p>y</p>", "text/plain", "<IPython HTML>"))
        .isEqualTo(
            "<div class=\"out html\"><p>y</p></div>"
                + "<p class=\"unshown\">This output's scripts, frames and media are not part of the report. "
                + saving("text/html", "cell-7-1.html", "PHNjcmlwdD54PC9zY3JpcHQ+PHA+eTwvcD4=")
                + "</p>");
  }

  private static String json(String type, JsonValue value) {
    return html(new MimeBundle(Map.of(type, value)), JsonObject.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.plotly.v1+json",
        "application/vnd.vega.v5+json",
        "application/vnd.vegalite.v5.20+json",
        "application/vnd.bokehjs_exec.v0+json",
        "application/vnd.jupyter.widget-view+json"
      })
  void besideThePictureSaysWhatElseThereWas(String type) {
    assertThat(html(type, "{}", "image/gif", GIF, "text/plain", "chart"))
        .startsWith("<figure")
        .containsOnlyOnce("This picture stands for ")
        .contains("<code>" + type + "</code>")
        .doesNotContain("chart</pre>");
  }

  @Test
  void namesAFigureOnceThoughItsHtmlAndItsDataSayTheSame() {
    assertThat(html("application/vnd.plotly.v1+json", "{}", "text/html", "<script>big</script>"))
        .startsWith(
            "<p class=\"unshown\">Not shown in this report: an interactive Plotly figure, "
                + "<code>application/vnd.plotly.v1+json</code>, 2 bytes. <a")
        .containsOnlyOnce("<p");
    assertThat(html("application/javascript", "docs", "application/vnd.bokehjs_exec.v0+json", ""))
        .startsWith(
            "<p class=\"unshown\">Not shown in this report: an interactive Bokeh figure, "
                + "<code>application/javascript</code>, 4 bytes. ")
        .contains("download=\"cell-7-1.js\"")
        .containsOnlyOnce("<p");
  }

  @Test
  void playsWhatLiesInThePage() {
    String player =
        "<audio class=\"media\" controls=\"\" preload=\"metadata\""
            + " src=\"data:audio/wav;base64,UklGRg==\" aria-label=\"%s\"></audio>";
    assertThat(html("audio/wav", "UklGRg==", "text/plain", "x"))
        .isEqualTo("<div class=\"out\">" + player.formatted("Sound from cell 7") + "</div>");
    String html =
        "<audio autoplay onplay=x controls><source src=\"data:audio/wav;base64,UklGRg==\"></audio>";
    assertThat(html("text/html", html, "text/plain", "<Audio>"))
        .isEqualTo("<div class=\"out html\">" + player.formatted("Recording") + "</div>");
    assertThat(html("text/html", "<video src=\"clip.mp4\">", "text/plain", "a film"))
        .startsWith("<pre")
        .contains("<code>text/html</code>");
    assertThat(html("video/mp4", "\"><script>")).doesNotContain("<video").contains("Save it");
  }

  @Test
  void neverRunsOrShowsScripts() {
    assertThat(
            html(
                "application/javascript",
                "alert(1)",
                "text/plain",
                "<IPython.core.display.Javascript object>"))
        .startsWith("<p class=\"unshown\">Not shown in this report: a script, ")
        .doesNotContain("IPython")
        .doesNotContain("alert");
    assertThat(html("application/vnd.bokehjs_load.v0+json", "", "application/javascript", "x"))
        .isEqualTo(
            "<p class=\"unshown\">This loads a library that draws figures; the report needs none.</p>");
  }

  @Test
  void showsJsonIndented() {
    JsonValue value = JsonObject.build(o -> o.put("a", JsonArray.ofStrings(List.of("<b>"))));
    String shown = json("application/json", value);
    assertThat(Jsoup.parse(shown).wholeText()).isEqualTo("{\"a\": [\"<b>\"]}");
    assertThat(shown).startsWith("<pre class=\"out json\">");
    assertThat(html("application/json", "text", "text/plain", "<IPython.core.display.JSON object>"))
        .contains("\"text\"")
        .doesNotContain("IPython");
  }

  @Test
  void breaksJsonWhereALineIsFull() {
    JsonValue value =
        read(
            "{\"short\": [1, {\"b\": 2.5}], \"long\": [\"%s\", []], \"e\": {}}"
                .formatted("x".repeat(90)));
    assertThat(Jsoup.parse(json("application/json", value)).wholeText())
        .isEqualTo(
            """
            {
              "short": [1, {"b": 2.5}],
              "long": [
                "%s",
                []
              ],
              "e": {}
            }"""
                .formatted("x".repeat(90)));
  }

  @Test
  void saysWhatAMapHolds() {
    JsonValue map =
        JsonObject.build(
            o ->
                o.put("type", "FeatureCollection")
                    .put("features", new JsonArray(List.of(JsonObject.EMPTY, JsonObject.EMPTY))));
    assertThat(json("application/geo+json", map))
        .startsWith("<p class=\"channel\">GeoJSON, FeatureCollection of 2 features</p><pre");
    assertThat(json("application/geo+json", new JsonString("x"))).startsWith("<pre");
  }

  @Test
  void writesTablesOfData() {
    JsonValue resource =
        read(
            """
            {"schema": {"fields": [{"name": "a", "type": "integer"}, {"name": "<b>"}]},
             "data": [{"a": 1, "<b>": "x"}, {"a": 2.5, "<b>": null}, {}]}
            """);
    Document table = Jsoup.parse(json("application/vnd.dataresource+json", resource));
    assertThat(table.select("tr").eachText()).containsExactly("a <b>", "1 x", "2.5");
    assertThat(table.select(".num")).hasSize(4);
    assertThat(table.select("tr")).hasSize(4);
    assertThat(json("application/vnd.dataresource+json", JsonObject.EMPTY))
        .contains("Not shown in this report: ");
  }

  @Test
  void ofLongTablesTheRestCanBeSaved() {
    String rows = "{},".repeat(1500) + "{}";
    JsonValue resource = read("{\"schema\": {\"fields\": [{}]}, \"data\": [%s]}".formatted(rows));
    Document table = Jsoup.parse(json("application/vnd.dataresource+json", resource));
    assertThat(table.select("tbody tr")).hasSize(1000);
    assertThat(table.select(".unshown").text()).isEqualTo("The first 1,000 of 1,501 rows. Save it");
  }

  @Test
  void showsTextOfAnyType() {
    assertThat(html("text/vnd.mermaid", "graph <A>"))
        .isEqualTo(
            "<p class=\"channel\">Mermaid diagram, as its source</p>"
                + "<pre class=\"out text\">\ngraph &lt;A&gt;</pre>");
    assertThat(html("text/csv", "a,b"))
        .isEqualTo("<p class=\"channel\">text/csv</p><pre class=\"out text\">\na,b</pre>");
    assertThat(html("text/html", "<script>x</script>")).doesNotContain("<pre");
  }

  @Test
  void savesBytesAsTheyWereAndTextAsText() {
    String pdf = "JVBERi0xLjQK";
    assertThat(html("application/pdf", pdf))
        .contains("a PDF document, <code>application/pdf</code>, 12 bytes. ")
        .contains(saving("application/pdf", "cell-7-1.pdf", pdf));
    String unknown = "AAAA".repeat(20);
    assertThat(html("application/x-thing", unknown)).contains("base64," + unknown + "\"");
    assertThat(html("application/x-thing", "word")).contains("base64,d29yZA==\"");
    assertThat(html("application/x-thing", "")).contains("empty").doesNotContain("<a");
  }

  @Test
  void leavesWhatIsTooLargeToSaveInTheNotebook() {
    assertThat(html("application/x-thing", "x ".repeat(5_000_000)))
        .isEqualTo(
            "<p class=\"unshown\">Not shown in this report: <code>application/x-thing</code>, "
                + "10.0 MB; the notebook has it</p>");
  }

  @Test
  void htmlOfWhichNothingIsLeftIsNamed() {
    String form = "<form><select><option>a</option></select> <button>Go</button></form>";
    assertThat(html("text/html", form, "text/plain", "<IPython.core.display.HTML object>"))
        .contains(
            "Not shown in this report: HTML of which nothing could be taken over", "cell-7-1.html")
        .doesNotContain("<div");
    assertThat(html("text/html", form, "text/plain", "a form"))
        .contains("a form", "nothing could be taken over");
    assertThat(html("text/html", "<button>Go</button><p>text</p>")).doesNotContain("Not shown");
    assertThat(html("text/html", "<p></p>")).doesNotContain("Not shown");
  }

  @Test
  void aFileNameIsOursWhateverTheTypeSays() {
    assertThat(html("x/../../etc/passwd\"", "x")).contains("download=\"cell-7-1.bin\"");
  }

  private static JsonValue read(String text) {
    try {
      return JsonReader.read(text);
    } catch (JsonSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Document widgets(String state) {
    JsonValue view = read("{\"model_id\": \"top\", \"version_major\": 2}");
    String widgets =
        "{\"widgets\": {\"application/vnd.jupyter.widget-state+json\": {\"state\": %s}}}";
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    entries.put("text/plain", new JsonString("IntSlider(value=3)"));
    entries.put("application/vnd.jupyter.widget-view+json", view);
    JsonObject notebook = (JsonObject) read(widgets.formatted(state));
    return Jsoup.parse(html(new MimeBundle(entries), JsonObject.EMPTY, notebook));
  }

  @Test
  void showsWidgetsAsTheyStood() {
    Document page =
        widgets(
            """
            {"top": {"model_name": "HBoxModel", "state": {"children":
               ["IPY_MODEL_a", "IPY_MODEL_b", "IPY_MODEL_c", "IPY_MODEL_d", "IPY_MODEL_e",
                "IPY_MODEL_f", "IPY_MODEL_gone", "IPY_MODEL_top"]}},
             "a": {"model_name": "HTMLModel", "state": {"value": "<b onclick=x>50%</b>"}},
             "b": {"model_name": "FloatProgressModel",
                   "state": {"min": 10, "max": 20, "value": 15, "description": "fit"}},
             "c": {"model_name": "IntSliderModel", "state": {"value": 3, "description": "n<1>"}},
             "d": {"model_name": "DropdownModel",
                   "state": {"index": 1, "_options_labels": ["x", "y"], "description": "pick"}},
             "e": {"model_name": "OutputModel", "state": {"outputs": [
                     {"output_type": "stream", "text": "printed"},
                     {"output_type": "display_data", "data": {"image/gif": "R0lGODlh"}},
                     {"output_type": "error", "ename": "E", "evalue": "no", "traceback": []},
                     {"output_type": "display_data", "data": {"image/svg+xml":
                       ["<svg xmlns='http://www.w3.org/2000/svg'>", "</svg>"]}},
                     {"output_type": "display_data", "data": {"application/json": {"a": 17},
                       "text/plain": "<JSON>"}},
                     {"output_type": "display_data", "data": {"x/y": 1}}]}},
             "f": {"model_name": "MapModel", "model_module": "leaflet", "state": {}}}
            """);
    assertThat(page.select(".widget b").outerHtml()).isEqualTo("<b>50%</b>");
    assertThat(page.select("progress").attr("value")).isEqualTo("0.500");
    assertThat(page.select("progress").attr("aria-label")).isEqualTo("fit");
    assertThat(page.select(".widget-value").eachText().subList(0, 3))
        .containsExactly("fit", "n<1> 3", "pick y");
    assertThat(page.select("pre").eachText()).startsWith("printed", "E: no");
    assertThat(page.select(".widget").text()).contains("17").doesNotContain("<JSON>");
    assertThat(page.select("img").eachAttr("src").get(0)).startsWith("data:image/gif");
    assertThat(page.select("img").eachAttr("src").get(1)).startsWith("data:image/svg+xml");
    assertThat(page.select(".unshown").eachText())
        .contains(
            "Not shown in this report: an output in a widget",
            "Not shown in this report: a widget, leaflet Map");
  }

  @Test
  void saysWhenAWidgetsStateWasNotSaved() {
    Document page = widgets("{}");
    assertThat(page.select("pre").text()).isEqualTo("IntSlider(value=3)");
    assertThat(page.select(".unshown").text())
        .isEqualTo(
            "Not shown in this report: a widget, application/vnd.jupyter.widget-view+json;"
                + " its state isn't saved in the notebook");
  }

  @Test
  void widgetsThatAreNotShownAreNamed() {
    StringBuilder chain = new StringBuilder("{");
    StringBuilder many = new StringBuilder("{");
    StringBuilder children = new StringBuilder();
    for (int i = 0; i < 2100; i++) {
      chain.append(i < 30 ? box(name(i), "\"IPY_MODEL_" + name(i + 1) + "\"") + "," : "");
      many.append("\"w%d\": {\"model_name\": \"LabelModel\", \"state\": {}},".formatted(i));
      children.append(i == 0 ? "" : ",").append("\"IPY_MODEL_w%d\"".formatted(i));
    }
    assertThat(widgets(chain + box("end", "") + "}").text())
        .contains("Not shown in this report: a widget nested deeper than 16 others");
    assertThat(widgets(many + box("top", children.toString()) + "}").text())
        .containsOnlyOnce("Not shown in this report: the widgets after the first 2000");
    assertThat(widgets("{" + box("top", "\"IPY_MODEL_top\",\"IPY_MODEL_x\"") + "}").text())
        .contains("a widget that is in itself", "a widget whose state isn't saved");
  }

  private static String name(int i) {
    return i == 0 ? "top" : "c" + i;
  }

  private static String box(String id, String children) {
    return "\"%s\": {\"model_name\": \"VBoxModel\", \"state\": {\"children\": [%s]}}"
        .formatted(id, children);
  }
}
