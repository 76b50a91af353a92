package dev.platen.metric;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Notebooks with outputs in the forms that tools write. */
final class Outputs {
  private Outputs() {}

  static Notebook notebook(CodeCell... cells) {
    return new Notebook(List.of(cells), JsonObject.EMPTY, JsonObject.EMPTY);
  }

  static CodeCell cell(String source, Output... outputs) {
    return CodeCell.of("c", source, JsonObject.EMPTY)
        .withOutputs(OptionalInt.of(1), List.of(outputs));
  }

  static CodeCell tagged(String tag, CodeCell cell) {
    return cell.withMetadata(
        JsonObject.build(o -> o.put("tags", JsonArray.ofStrings(List.of(tag)))));
  }

  static Output printed(String text) {
    return StreamOutput.of("stdout", text);
  }

  /** A display; both arguments are JSON. */
  static Output display(String data, String metadata) {
    return DisplayData.of(new MimeBundle(object(data).members()), object(metadata));
  }

  /** What scrapbook's {@code glue} leaves, without display. */
  static Output scrap(String name, String encoder, String data) {
    return display(
        """
        {"application/scrapbook.scrap.%s+json":
          {"name": "%s", "data": %s, "encoder": "%s", "version": 1}}
        """
            .formatted(encoder, name, data, encoder),
        """
        {"scrapbook": {"name": "%s", "data": true, "display": false}}
        """
            .formatted(name));
  }

  static Output result(String plain) {
    return result(Map.of("text/plain", new JsonString(plain)));
  }

  static Output result(Map<String, dev.platen.json.JsonValue> data) {
    return new ExecuteResult(
        OptionalInt.of(1), new MimeBundle(data), JsonObject.EMPTY, JsonObject.EMPTY);
  }

  static JsonObject object(String json) {
    try {
      return (JsonObject) JsonReader.read(json);
    } catch (JsonSyntaxException e) {
      throw new AssertionError(json, e);
    }
  }
}
