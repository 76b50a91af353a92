package dev.platen.study;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code report.ipynb}: a cell of parameters and a cell of code. */
public final class MadeTemplate {
  private MadeTemplate() {}

  public static Path in(Path dir, String parameters) {
    return in(dir, parameters, "1");
  }

  public static Path in(Path dir, String parameters, String code) {
    JsonObject kernelspec =
        JsonObject.build(
            o -> o.put("name", "python3").put("display_name", "p").put("language", "python"));
    JsonObject notebook =
        JsonObject.build(
            o ->
                o.put("cells", new JsonArray(List.of(cell(parameters, "parameters"), cell(code))))
                    .put("metadata", JsonObject.build(m -> m.put("kernelspec", kernelspec)))
                    .put("nbformat", 4)
                    .put("nbformat_minor", 4));
    try {
      return Files.write(dir.resolve("report.ipynb"), JsonWriter.compactBytes(notebook));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue cell(String source, String... tags) {
    JsonObject metadata = JsonObject.build(o -> o.put("tags", JsonArray.ofStrings(List.of(tags))));
    return JsonObject.build(
        o ->
            o.put("cell_type", "code")
                .put("source", source)
                .put("metadata", metadata)
                .put("execution_count", JsonNull.NULL)
                .put("outputs", JsonArray.EMPTY));
  }
}
