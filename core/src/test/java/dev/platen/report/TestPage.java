package dev.platen.report;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Small notebooks, and their reports as a browser reads them. */
final class TestPage {
  static final String GIF = "R0lGODlh";

  private TestPage() {}

  static CodeCell code(String source, Output... outputs) {
    return code(source, JsonObject.EMPTY, outputs);
  }

  static CodeCell code(String source, JsonObject metadata, Output... outputs) {
    return CodeCell.of("c", source, metadata).withOutputs(OptionalInt.of(5), List.of(outputs));
  }

  static CodeCell tagged(String source, String tag, Output... outputs) {
    return code(source, tags(tag), outputs);
  }

  static JsonObject tags(String... tags) {
    return JsonObject.build(o -> o.put("tags", JsonArray.ofStrings(List.of(tags))));
  }

  static MarkdownCell text(String source, JsonObject metadata) {
    return new MarkdownCell("m", source, metadata, Map.of(), JsonObject.EMPTY);
  }

  static Output figure() {
    return DisplayData.of(MimeBundle.ofText("image/gif", GIF), JsonObject.EMPTY);
  }

  static Output table() {
    return DisplayData.of(
        MimeBundle.ofText("text/html", "<table><tr><td>1</td></tr></table>"), JsonObject.EMPTY);
  }

  static Document of(Cell... cells) {
    return of(ReportOptions.DEFAULT, cells);
  }

  static Document of(ReportOptions options, Cell... cells) {
    return of(options, JsonObject.EMPTY, cells);
  }

  static Document of(ReportOptions options, JsonObject metadata, Cell... cells) {
    Notebook notebook = new Notebook(List.of(cells), metadata, JsonObject.EMPTY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new HtmlReport(options).write(new ReportContent(notebook, "Report", Optional.empty()), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Jsoup.parse(bytes.toString(StandardCharsets.UTF_8));
  }
}
