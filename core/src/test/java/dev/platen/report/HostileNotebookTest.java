package dev.platen.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.RawCell;
import dev.platen.notebook.StreamOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Puts markup that attacks into every place of a notebook that can hold text. */
class HostileNotebookTest {
  private static final String[] ATTACKS = {
    "<script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'><img src=x onerror=alert(1)>",
    "</pre></details></div></div></main></body></html><script>alert(1)</script>",
    "</title></style></script><script>alert(1)</script>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1)) ![x](javascript:alert(1)) <javascript:alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<form action=https://evil.example><input type=submit autofocus onfocus=alert(1)>",
    "<object data=javascript:alert(1)></object><embed src=x>",
    "<style>@import url(https://evil.example)</style><link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\"><base href=//evil.example>",
    "<div style=\"background:url(https://evil.example);position:fixed;inset:0\">x</div>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<table><td><b>unclosed <div><p>",
    "<!--><script>alert(1)</script>-->",
    "<x-slot n=\"0\" onclick=alert(1)></x-slot><x-slot n=\"99999\">",
    "$<img src=x onerror=alert(1)>$ $$\\href{javascript:alert(1)}{x}$$",
    "```<script>\"\n</code></pre><script>alert(1)</script>\n```",
    "\u001b]8;;javascript:alert(1)\u0007x\u001b]8;;\u0007\u001b[31m<b onclick=x>",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "# <a id=\"h-title\" name=\"content\" onclick=alert(1)>x</a>",
    "[^<script>]: x\n\n[^x]\n\n[^x]: <script>alert(1)</script>",
  };

  @Test
  void letsNoAttackThroughAnywhere() {
    for (String attack : ATTACKS) {
      check(notebook(attack), attack);
    }
  }

  @Test
  void letsNoMixtureOfAttacksThrough() {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      StringBuilder mixture = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        String attack = ATTACKS[random.nextInt(ATTACKS.length)];
        int from = random.nextInt(attack.length());
        mixture.append(attack, from, from + random.nextInt(attack.length() - from + 1));
      }
      check(notebook(mixture.toString()), mixture.toString());
    }
  }

  private static void check(Notebook notebook, String attack) {
    Document page = Jsoup.parse(html(notebook, attack));
    // Those of outputs are data here, which run in frames only.
    assertThat(page.select("script:not([type=text/plain])"))
        .as(attack)
        .hasSizeBetween(1, 2)
        .noneMatch(script -> script.data().contains("alert(1)"));
    assertThat(page.select("script[type=text/plain]"))
        .as(attack)
        .noneMatch(script -> script.data().contains("alert(1)"));
    assertThat(page.select("style")).as(attack).hasSize(1);
    assertThat(page.select("iframe, object, embed, link, base, form, svg, template"))
        .as(attack)
        .isEmpty();
    assertThat(page.select(":not(.side) > noscript")).as(attack).isEmpty();
    assertThat(page.select("head > meta")).as(attack).hasSize(6);
    assertThat(page.select("body > .page > main > .cell"))
        .as(attack)
        .hasSize(notebook.cells().size());
    assertThat(page.select("main")).as(attack).hasSize(1);
    for (Element element : page.getAllElements()) {
      element
          .attributes()
          .forEach(
              attribute -> {
                assertThat(attribute.getKey())
                    .as(attack)
                    .doesNotStartWith("on")
                    .doesNotContain(":");
                if (attribute.getKey().equals("href")) {
                  assertThat(attribute.getValue()).as(attack).doesNotStartWith("javascript");
                } else if (attribute.getKey().equals("src")) {
                  assertThat(attribute.getValue())
                      .as(attack)
                      .matches("(?s)data:(image|audio|video)/.*");
                } else if (attribute.getKey().equals("style")) {
                  assertThat(attribute.getValue()).as(attack).doesNotContain("url", "position");
                }
              });
    }
  }

  private static Notebook notebook(String attack) {
    JsonObject metadata =
        JsonObject.build(
            o ->
                o.put("tags", JsonArray.ofStrings(List.of(attack)))
                    .put("raw_mimetype", "text/html")
                    .put("name", attack)
                    .put("papermill", JsonObject.build(p -> p.put("status", attack)))
                    .put(
                        "execution",
                        JsonObject.build(
                            e ->
                                e.put("iopub.execute_input", attack)
                                    .put("shell.execute_reply", attack))));
    List<Cell> cells = new ArrayList<>();
    String text = "t " + attack;
    cells.add(
        new MarkdownCell(
            attack,
            text,
            metadata,
            Map.of(attack, MimeBundle.ofText("image/png", attack)),
            JsonObject.EMPTY));
    cells.add(new RawCell(attack, text, metadata, Map.of(), JsonObject.EMPTY));
    cells.add(
        new CodeCell(
            attack,
            text,
            metadata,
            OptionalInt.of(1),
            outputs(attack, metadata),
            JsonObject.EMPTY));
    JsonObject language =
        JsonObject.build(
            o ->
                o.put("language_info", JsonObject.build(i -> i.put("name", attack)))
                    .put(
                        "papermill",
                        JsonObject.build(
                            p ->
                                p.put("start_time", attack)
                                    .put(
                                        "parameters",
                                        JsonObject.build(v -> v.put(attack, attack))))));
    return new Notebook(cells, language, JsonObject.EMPTY);
  }

  private static List<Output> outputs(String attack, JsonObject metadata) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(StreamOutput.of("stdout", attack));
    outputs.add(StreamOutput.of(attack, attack));
    outputs.add(ErrorOutput.of(attack, attack, List.of()));
    outputs.add(ErrorOutput.of(attack, attack, List.of(attack, attack)));
    JsonObject sizes =
        JsonObject.build(o -> o.put("width", attack).put("height", attack).put("alt", attack));
    for (String type :
        List.of(
            "text/html",
            "text/markdown",
            "image/svg+xml",
            "text/latex",
            "image/png",
            "text/plain",
            "application/javascript",
            "text/vnd.mermaid",
            "application/json",
            "application/geo+json",
            "application/pdf",
            "application/vnd.plotly.v1+json",
            "text/" + attack,
            "x/" + attack)) {
      Map<String, JsonValue> entries = new LinkedHashMap<>();
      entries.put(type, new JsonString(attack));
      outputs.add(DisplayData.of(new MimeBundle(entries), sizes));
      entries.put("text/plain", new JsonString(attack));
      outputs.add(DisplayData.of(new MimeBundle(entries), metadata));
    }
    outputs.add(DisplayData.of(MimeBundle.ofText("image/gif", "R0lGODlh"), sizes));
    return outputs;
  }

  private static String html(Notebook notebook, String attack) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReportOptions options = ReportOptions.DEFAULT.withLang(attack);
    try {
      new HtmlReport(options).write(new ReportContent(notebook, attack, Optional.empty()), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
