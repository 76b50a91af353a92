package dev.platen.study.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownOutputTest {
  private static ShownOutput shown(Output output) {
    return ShownOutput.of(3, List.of(output)).get(0);
  }

  private static Output display(Map<String, String> data) {
    Map<String, dev.platen.json.JsonValue> entries = new java.util.LinkedHashMap<>();
    data.forEach((type, text) -> entries.put(type, new JsonString(text)));
    return DisplayData.of(new MimeBundle(entries), JsonObject.EMPTY);
  }

  @Test
  void aTextIsAsATerminalWouldShowIt() {
    assertThat(shown(StreamOutput.of("stdout", "\u001b[31mred\u001b[0m\r\n10 %\r20 %\r30 %\r")))
        .isEqualTo(new ShownOutput("4.1", 4, "text", "red\n30 %"));
    assertThat(shown(StreamOutput.of("stderr", "a\u0007b")).kind()).isEqualTo("stderr");
    assertThat(shown(ErrorOutput.of("E", "v", List.of("one", "two"))))
        .isEqualTo(new ShownOutput("4.1", 4, "error", "one\ntwo"));
  }

  @Test
  void ofALongTextTheEndIsShownAndOfOneThatGrewOnlyWhatIsNewIsSent() {
    ShownOutput before = shown(StreamOutput.of("stdout", "epoch 1\n"));
    ShownOutput after = shown(StreamOutput.of("stdout", "epoch 1\nepoch 2\n"));
    assertThat(after.since(before)).isEqualTo(JsonObject.build(o -> o.put("more", "epoch 2\n")));
    ShownOutput other = shown(StreamOutput.of("stdout", "other"));
    assertThat(other.since(before)).isEqualTo(other.toJson());
    String end = shown(StreamOutput.of("stdout", "x".repeat(1_000_000) + "end")).text();
    assertThat(end).hasSize(8000).endsWith("end");
  }

  @Test
  void theLastLineIsTheLastThatSaysAnything() {
    assertThat(ShownOutput.lastLine(List.of(StreamOutput.of("stdout", "a\nloss 0.1\n\n"))))
        .contains("loss 0.1");
    assertThat(ShownOutput.lastLine(List.of(display(Map.of("text/plain", "x"))))).isEmpty();
  }

  @Test
  void anImageIsNamedAndFoundByItsKey() {
    Output output = display(Map.of("image/png", "iVBO", "text/plain", "<Figure>"));
    ShownOutput shown = shown(output);
    assertThat(shown.kind()).isEqualTo("image");
    assertThat(shown.text()).startsWith("4.1/");
    assertThat(ShownOutput.place("4.1")).hasValue(new int[] {3, 0});
    assertThat(ShownOutput.place("0.1")).isEmpty();
    assertThat(ShownOutput.image(output).orElseThrow().type()).isEqualTo("image/png");
    assertThat(ShownOutput.image(display(Map.of("image/png", "no base64!§"))))
        .matches(image -> image.isEmpty() || image.get().bytes().length < 9);
  }

  @Test
  void whatHasNoWordsIsNamed() {
    String scripted = "<b>x</b><SCRIPT>draw()</script>";
    ShownOutput shown = shown(display(Map.of("text/html", scripted, "text/plain", "<A object>")));
    assertThat(shown.kind()).isEqualTo("note");
    assertThat(shown.text()).contains("text/html");
    assertThat(shown(display(Map.of("text/html", scripted, "text/plain", "  a\n0 1"))).text())
        .isEqualTo("  a\n0 1");
  }

  @Test
  void htmlIsAskedForByItsKeyAndSanitisedAsInTheReport() {
    String table = "<table><tr><td>1</td></tr><tr><td>2</td></tr></table>";
    Output output = display(Map.of("text/html", table, "text/plain", "  a\n0 1"));
    assertThat(shown(output).kind()).isEqualTo("html");
    assertThat(shown(output).text()).startsWith("4.1/").endsWith("/2");
    assertThat(ShownOutput.html(output)).contains(table);
    String hostile =
        table
            + "<img src=x onerror=alert(1)><form action='/stop-study'><button>go</button></form>"
            + "<a href='../run.json'>near</a><a href='https://example.org/'>far</a>"
            + "<meta http-equiv=refresh content='0;url=//evil.example'><base href='//evil.example'>";
    assertThat(new String(ShownHtml.page(hostile), StandardCharsets.UTF_8))
        .contains(">2</td>", "near", "far")
        .doesNotContain("onerror", "<form", "stop-study", "href", "evil", "src=");
    assertThat(new String(ShownHtml.page("<style>b{}</style>"), StandardCharsets.UTF_8))
        .contains("Nothing of this can be shown here.");
    assertThat(ShownHtml.isShown("x".repeat(1 << 19))).isFalse();
  }
}
