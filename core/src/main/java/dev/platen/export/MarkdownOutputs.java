package dev.platen.export;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the outputs of one code cell as Markdown. */
final class MarkdownOutputs {
  /**
   * The first that an output has is shown: nbconvert's order, and what it doesn't know before text.
   */
  private static final List<String> ORDER =
      List.of(
          "text/html",
          "application/pdf",
          "text/latex",
          "image/svg+xml",
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/bmp",
          "text/markdown",
          "text/vnd.mermaid",
          "text/plain");

  private final MarkdownBlocks blocks;
  private final SideFiles files;
  private final String prefix;

  /**
   * For one cell.
   *
   * @param prefix of its files' names, up to the output's number
   */
  MarkdownOutputs(MarkdownBlocks blocks, SideFiles files, String prefix) {
    this.blocks = blocks;
    this.files = files;
    this.prefix = prefix;
  }

  void write(Output output, int index) {
    switch (output.kind()) {
      case STREAM -> blocks.literal(TerminalText.plain(((StreamOutput) output).text()));
      case ERROR -> error((ErrorOutput) output);
      case DISPLAY_DATA -> data(((DisplayData) output).data(), metadata(output), index);
      case EXECUTE_RESULT -> data(((ExecuteResult) output).data(), metadata(output), index);
    }
  }

  private static JsonObject metadata(Output output) {
    return output instanceof DisplayData display
        ? display.metadata()
        : ((ExecuteResult) output).metadata();
  }

  private void error(ErrorOutput error) {
    String traceback = TerminalText.plain(String.join("\n", error.traceback()));
    blocks.literal(traceback.isBlank() ? error.ename() + ": " + error.evalue() : traceback);
  }

  private void data(MimeBundle data, JsonObject metadata, int index) {
    for (String type : ORDER) {
      Optional<String> text = data.text(type);
      if (text.isPresent() && shown(type, text.get(), metadata, index)) {
        return;
      }
    }
    data.entries().entrySet().stream().findFirst().ifPresent(this::unknown);
  }

  private boolean shown(String type, String text, JsonObject metadata, int index) {
    if (MimeFiles.isFile(type)) {
      return file(type, text, metadata, index);
    }
    switch (type) {
      case "text/plain" -> blocks.literal(TerminalText.plain(text));
      case "text/vnd.mermaid" -> blocks.fenced("mermaid", text);
      case "text/markdown" -> blocks.text(text);
      default -> blocks.object(text);
    }
    return true;
  }

  private boolean file(String type, String text, JsonObject metadata, int index) {
    Optional<byte[]> content = MimeFiles.bytes(type, text);
    if (content.isEmpty()) {
      return false;
    }
    String numbered = prefix + "_" + index + "." + MimeFiles.ending(type);
    String wanted = metadata.text("filename");
    String link = files.add(wanted.isEmpty() ? numbered : wanted, numbered, content.get());
    String kind = type.substring(type.indexOf('/') + 1).replace("+xml", "");
    String alt = metadata.object(type).text("alt");
    if (alt.isEmpty()) {
      alt = metadata.text("alt");
    }
    String words = alt.isEmpty() ? kind : alt.replaceAll("[\\[\\]\\r\\n]", " ");
    blocks.object((type.equals("application/pdf") ? "[" : "![") + words + "](" + link + ")");
    return true;
  }

  /** An output of which Markdown can show nothing: JSON is written out, anything else is named. */
  private void unknown(Map.Entry<String, JsonValue> entry) {
    String type = entry.getKey();
    String content =
        entry.getValue() instanceof JsonString text
            ? text.value()
            : JsonWriter.compactText(entry.getValue());
    if (type.equals("application/json")) {
      blocks.fenced("json", content);
    } else {
      blocks.object(
          "*An output of type `%s` (%,d characters) is in the notebook only.*"
              .formatted(type.replace('`', '\''), content.length()));
    }
  }
}
