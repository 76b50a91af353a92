package dev.platen.export;

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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkdownExportTest {
  private static final byte[] PIXELS = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
  private static final String PNG = Base64.getEncoder().encodeToString(PIXELS);
  private static final JsonObject PYTHON =
      JsonObject.build(
          o -> o.put("language_info", JsonObject.build(info -> info.put("name", "python"))));

  private static Exported export(Set<Part> leftOut, Cell... cells) {
    Notebook notebook = new Notebook(List.of(cells), PYTHON, JsonObject.EMPTY);
    return MarkdownExport.of(notebook, "nb", "nb_files", leftOut);
  }

  private static String text(Cell... cells) {
    return export(Set.of(), cells).text();
  }

  private static CodeCell code(String source, Output... outputs) {
    return CodeCell.of("c", source, JsonObject.EMPTY)
        .withOutputs(OptionalInt.of(1), List.of(outputs));
  }

  private static MarkdownCell prose(String source, Map<String, MimeBundle> attachments) {
    return new MarkdownCell("m", source, JsonObject.EMPTY, attachments, JsonObject.EMPTY);
  }

  private static Output data(JsonObject metadata, String... typesAndTexts) {
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    for (int i = 0; i < typesAndTexts.length; i += 2) {
      entries.put(typesAndTexts[i], new JsonString(typesAndTexts[i + 1]));
    }
    return DisplayData.of(new MimeBundle(entries), metadata);
  }

  private static Output data(String... typesAndTexts) {
    return data(JsonObject.EMPTY, typesAndTexts);
  }

  @Test
  void codeIsFencedAndWhatItPrintedIsIndented() {
    String markdown =
        text(
            prose("# Title", Map.of()),
            code("print(1)\n", StreamOutput.of("stdout", "1\n\n  2\n")),
            code("%%bash\nls"));
    assertThat(markdown)
        .isEqualTo(
            "# Title\n\n```python\nprint(1)\n```\n\n    1\n\n      2\n\n```bash\n%%bash\nls\n```\n");
  }

  @Test
  void aFenceIsLongerThanWhatItHolds() {
    assertThat(text(code("a = '```'"))).isEqualTo("````python\na = '```'\n````\n");
  }

  @Test
  void imagesBecomeFilesNamedByCellAndOutput() {
    Output both = data("text/plain", "<Figure>", "image/png", PNG);
    Exported exported =
        export(Set.of(), prose("x", Map.of()), code("f", StreamOutput.of("stdout", "a"), both));
    assertThat(exported.text()).contains("\n![png](nb_files/nb_1_1.png)\n").doesNotContain("<Fig");
    assertThat(exported.files()).containsOnlyKeys("nb_files/nb_1_1.png");
    assertThat(exported.files().get("nb_files/nb_1_1.png")).isEqualTo(PIXELS);
  }

  @Test
  void theAuthorsNameAndAltTextAreHonoured() {
    JsonObject metadata =
        JsonObject.build(o -> o.put("filename", "my fig.png").put("alt", "a [nice] curve"));
    Exported exported = export(Set.of(), code("f", data(metadata, "image/png", PNG)));
    assertThat(exported.text()).contains("![a  nice  curve](nb_files/my%20fig.png)");
    assertThat(exported.files()).containsOnlyKeys("nb_files/my fig.png");
  }

  @Test
  void noNameLeadsOutOfTheFolder() {
    for (String name :
        List.of("../../etc/passwd", "..", "/etc/passwd", "C:\\x\\passwd", ".ssh", "a\0b")) {
      JsonObject metadata = JsonObject.build(o -> o.put("filename", name));
      Exported exported =
          export(
              Set.of(),
              code("f", data(metadata, "image/png", PNG)),
              prose(
                  "![](attachment:" + name + ")",
                  Map.of(name, MimeBundle.ofText("image/png", PNG))));
      assertThat(exported.files().keySet())
          .isNotEmpty()
          .allSatisfy(path -> assertThat(path).matches("nb_files/[^./\\\\][^/\\\\]*"));
    }
  }

  @Test
  void attachmentsOfOneNameInTwoCellsDoNotReplaceEachOther() {
    String other = Base64.getEncoder().encodeToString(new byte[] {7});
    Exported exported =
        export(
            Set.of(),
            prose("![](attachment:a.png)", Map.of("a.png", MimeBundle.ofText("image/png", PNG))),
            prose("![](attachment:a.png)", Map.of("a.png", MimeBundle.ofText("image/png", other))));
    assertThat(exported.files()).hasSize(2);
    assertThat(exported.text()).contains("(nb_files/a.png)", "(nb_files/nb_1_a.png)");
  }

  @Test
  void noOutputIsDropped() {
    String markdown =
        text(
            code(
                "x",
                data("text/latex", "$x^2$", "text/plain", "x**2"),
                data("text/markdown", "**b**"),
                data("text/html", "<b>h</b>", "text/plain", "h"),
                data("application/vnd.plotly.v1+json", "{}"),
                data("image/gif", PNG),
                data("image/png", "no base64!"),
                ErrorOutput.of("ValueError", "bad", List.of())));
    assertThat(markdown)
        .contains("$x^2$", "**b**", "<b>h</b>", "`application/vnd.plotly.v1+json`", "nb_0_4.gif")
        .contains("`image/png` (10 characters)", "    ValueError: bad");
  }

  @Test
  void whatATerminalShowsInTheEndIsShown() {
    Output bar = StreamOutput.of("stderr", " 10%\r 50%\r100%\nab\bc\n\u001b[31mred\u001b[0m\n");
    assertThat(text(code("x", bar))).contains("    100%\n    ac\n    red\n");
  }

  @Test
  void withoutCodeAnOutputCannotBecomePartOfAList() {
    Exported exported =
        export(
            Set.of(Part.INPUT),
            prose("- item", Map.of()),
            code("print(1)", StreamOutput.of("stdout", "1\n")));
    assertThat(exported.text()).isEqualTo("- item\n\n```\n1\n```\n");
  }

  @Test
  void manyBlankLinesAreBorne() {
    String blank = "\n".repeat(200_000);
    assertThat(text(prose(blank + "text", Map.of()), code("x", StreamOutput.of("stdout", blank))))
        .isEqualTo("text\n\n```python\nx\n```\n");
  }

  @Test
  void rawCellsAreShownWhenTheyAreMeantForMarkdown() {
    JsonObject latex = JsonObject.build(o -> o.put("format", "text/latex"));
    Cell shown = new RawCell("r", "any", JsonObject.EMPTY, Map.of(), JsonObject.EMPTY);
    Cell other = new RawCell("s", "tex", latex, Map.of(), JsonObject.EMPTY);
    assertThat(text(shown, other)).isEqualTo("any\n");
  }

  @Test
  void taggedCellsInputsAndOutputsGo() {
    Omissions omissions =
        new Omissions(Set.of("drop"), Set.of("noin"), Set.of("noout"), Set.of(), List.of(), false);
    Notebook notebook =
        new Notebook(
            List.of(
                tagged("gone", "drop"),
                tagged("hidden_code", "noin"),
                tagged("shown_code", "noout")),
            PYTHON,
            JsonObject.EMPTY);
    String markdown =
        MarkdownExport.of(omissions.apply(notebook), "nb", "nb_files", Set.of()).text();
    assertThat(markdown).isEqualTo("    out hidden_code\n\n```python\nshown_code\n```\n");
  }

  private static CodeCell tagged(String source, String tag) {
    CodeCell cell = code(source, StreamOutput.of("stdout", "out " + source));
    return cell.withMetadata(JsonObject.EMPTY.with("tags", JsonArray.ofStrings(List.of(tag))));
  }
}
