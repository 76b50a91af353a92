package dev.platen.report;

import dev.platen.json.JsonObject;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.mime.MimeRenderers;
import dev.platen.report.mime.OutputPlace;
import dev.platen.report.terminal.LongText;
import java.util.ArrayList;
import java.util.List;

/** Writes what a code cell gave. */
final class Outputs {
  private final MimeRenderers renderers;
  private final HtmlWriter html;

  Outputs(MimeRenderers renderers, HtmlWriter html) {
    this.renderers = renderers;
    this.html = html;
  }

  /**
   * Writes outputs of a cell.
   *
   * @param outputs those to show
   */
  void write(CellRun run, List<Output> outputs, Captions captions) {
    int i = 0;
    while (i < outputs.size()) {
      Output output = outputs.get(i);
      String scope = (run.index() + 1) + "-" + (i + 1);
      switch (output.kind()) {
        case STREAM -> i = streams(outputs, i, (StreamOutput) output) - 1;
        case DISPLAY_DATA -> {
          DisplayData display = (DisplayData) output;
          bundle(display.data(), display.metadata(), run, scope, captions);
        }
        case EXECUTE_RESULT -> {
          ExecuteResult result = (ExecuteResult) output;
          bundle(result.data(), result.metadata(), run, scope, captions);
        }
        case ERROR -> error((ErrorOutput) output);
      }
      html.line();
      i++;
    }
  }

  private void bundle(
      MimeBundle data, JsonObject metadata, CellRun run, String scope, Captions captions) {
    boolean drawn = renderers.isDrawn(data);
    OutputPlace place =
        new OutputPlace(
            "cell " + (run.index() + 1),
            scope,
            captions.caption(data, metadata, drawn),
            captions.alt(data, drawn));
    renderers.write(data, metadata, place, html);
  }

  /** Writes the streams of one name that follow each other as one; gives the index after them. */
  private int streams(List<Output> outputs, int from, StreamOutput first) {
    List<String> pieces = new ArrayList<>();
    int i = from;
    while (i < outputs.size()
        && outputs.get(i) instanceof StreamOutput stream
        && stream.name().equals(first.name())) {
      pieces.add(stream.text());
      i++;
    }
    boolean stderr = first.name().equals("stderr");
    if (stderr) {
      html.element("p", "channel", "stderr");
    }
    String text = pieces.size() == 1 ? pieces.get(0) : String.join("", pieces);
    LongText.write(text, stderr ? "out stream stderr" : "out stream", html);
    return i;
  }

  private void error(ErrorOutput error) {
    String traceback = String.join("\n", error.traceback());
    String text = traceback.isBlank() ? describe(error) : traceback;
    LongText.write(text, "out error", html);
  }

  /** {@code ename: evalue}, as Python ends a traceback. */
  static String describe(ErrorOutput error) {
    return error.evalue().isBlank() ? error.ename() : error.ename() + ": " + error.evalue();
  }
}
