package dev.platen.report.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.markdown.MarkdownRenderer;
import dev.platen.report.markdown.Outline;
import dev.platen.report.tex.MathRenderer;
import dev.platen.report.tex.MathWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeRenderersTest {
  private static final String GIF = "R0lGODlh";

  private static String html(MimeBundle bundle, JsonObject metadata) {
    Outline outline = Outline.of(List.of(), "");
    MathWriter math = new MathWriter(MathRenderer.none());
    MimeRenderers renderers =
        MimeRenderers.standard(outline, new MarkdownRenderer(outline, math), math);
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
                + "<code>image/png</code>, 8 bytes; the notebook has it</p>");
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
                + "<code>application/vnd.&lt;b&gt;+json</code>, 11 bytes; the notebook has it</p>");
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
                + "<p class=\"unshown\">This output's scripts, frames and media are not part of the report.</p>");
  }
}
