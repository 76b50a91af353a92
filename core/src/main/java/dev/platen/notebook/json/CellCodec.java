package dev.platen.notebook.json;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Output;
import dev.platen.notebook.RawCell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cell in a file. */
final class CellCodec {
  /** The notary's verdict on the cell, good for one machine only: never kept in a file. */
  private static final String TRANSIENT = "trusted";

  private static final Set<String> CODE_KEYS =
      Set.of("cell_type", "id", "source", "metadata", "execution_count", "outputs");
  private static final Set<String> TEXT_KEYS =
      Set.of("cell_type", "id", "source", "metadata", "attachments");
  private static final Set<String> BARE_TEXT_KEYS = Set.of("cell_type", "id", "source", "metadata");

  private CellCodec() {}

  /** Reads a cell that has been checked. */
  static Cell read(JsonObject json, String id) {
    String source = source(json);
    JsonObject metadata = json.object("metadata").without(TRANSIENT);
    return switch (json.text("cell_type")) {
      case "code" ->
          new CodeCell(
              id,
              source,
              metadata,
              OutputCodec.count(json),
              outputs(json),
              json.without(CODE_KEYS));
      case "markdown" -> new MarkdownCell(id, source, metadata, attachments(json), textExtra(json));
      default -> new RawCell(id, source, metadata, attachments(json), textExtra(json));
    };
  }

  static String source(JsonObject json) {
    return OutputCodec.text(json, "source");
  }

  private static List<Output> outputs(JsonObject json) {
    return json.array("outputs").stream()
        .map(output -> OutputCodec.read((JsonObject) output))
        .toList();
  }

  private static Map<String, MimeBundle> attachments(JsonObject json) {
    Map<String, MimeBundle> attachments = new LinkedHashMap<>();
    json.object("attachments")
        .members()
        .forEach((file, data) -> attachments.put(file, MimeBundleCodec.read((JsonObject) data)));
    return attachments;
  }

  /** An empty {@code attachments} says nothing, but stays in the file, as some editors wrote it. */
  private static JsonObject textExtra(JsonObject json) {
    return json.without(json.object("attachments").isEmpty() ? BARE_TEXT_KEYS : TEXT_KEYS);
  }

  static JsonObject write(Cell cell) {
    return JsonObject.build(
        json -> {
          json.putAll(cell.extra())
              .put("id", cell.id())
              .put("metadata", cell.metadata().without(TRANSIENT))
              .put("source", MultilineText.split(cell.source()));
          switch (cell.kind()) {
            case CODE -> putCode((CodeCell) cell, json);
            case MARKDOWN -> putText("markdown", ((MarkdownCell) cell).attachments(), json);
            case RAW -> putText("raw", ((RawCell) cell).attachments(), json);
          }
        });
  }

  private static void putCode(CodeCell cell, JsonObject.Builder json) {
    List<Output> outputs = cell.outputs();
    json.put("cell_type", "code")
        .put("execution_count", OutputCodec.inFile(cell.executionCount()))
        .put("outputs", JsonArray.onDemand(outputs.size(), i -> OutputCodec.write(outputs.get(i))));
  }

  private static void putText(
      String type, Map<String, MimeBundle> attachments, JsonObject.Builder json) {
    json.put("cell_type", type);
    if (!attachments.isEmpty()) {
      json.put(
          "attachments",
          JsonObject.build(
              files ->
                  attachments.forEach(
                      (file, data) -> files.put(file, MimeBundleCodec.write(data)))));
    }
  }
}
