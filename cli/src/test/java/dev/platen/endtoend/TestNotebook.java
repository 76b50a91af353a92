package dev.platen.endtoend;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small notebooks. */
final class TestNotebook {
  private final List<JsonValue> cells = new ArrayList<>();
  private final Map<String, String> beside = new LinkedHashMap<>();
  private String kernel = "python3";
  private String language = "python";

  /** A Python notebook of these code cells. */
  static TestNotebook of(String... sources) {
    TestNotebook notebook = new TestNotebook();
    for (String source : sources) {
      notebook.code(source);
    }
    return notebook;
  }

  /** Names another kernel. */
  TestNotebook kernel(String name, String language) {
    this.kernel = name;
    this.language = language;
    return this;
  }

  TestNotebook markdown(String source) {
    cells.add(cell("markdown", source).with("metadata", JsonObject.EMPTY));
    return this;
  }

  TestNotebook parameters(String source) {
    return code(source, "parameters");
  }

  TestNotebook code(String source, String... tags) {
    JsonObject metadata =
        tags.length == 0
            ? JsonObject.EMPTY
            : JsonObject.build(o -> o.put("tags", JsonArray.ofStrings(List.of(tags))));
    cells.add(
        cell("code", source)
            .with("metadata", metadata)
            .with("execution_count", JsonNull.NULL)
            .with("outputs", JsonArray.EMPTY));
    return this;
  }

  /** Sets a member of the last cell. */
  TestNotebook last(String key, JsonValue value) {
    int index = cells.size() - 1;
    cells.set(index, ((JsonObject) cells.get(index)).with(key, value));
    return this;
  }

  /** Puts another file beside the notebook. */
  TestNotebook beside(String name, String content) {
    beside.put(name, content);
    return this;
  }

  private JsonObject cell(String type, String source) {
    return JsonObject.build(
        o ->
            o.put("cell_type", type).put("id", "cell-" + (cells.size() + 1)).put("source", source));
  }

  JsonObject toJson() {
    JsonObject kernelspec =
        JsonObject.build(
            o -> o.put("name", kernel).put("display_name", kernel).put("language", language));
    return JsonObject.build(
        o ->
            o.put("cells", new JsonArray(cells))
                .put("metadata", JsonObject.build(m -> m.put("kernelspec", kernelspec)))
                .put("nbformat", 4)
                .put("nbformat_minor", 5));
  }

  /** Writes the notebook as {@code report.ipynb}. */
  Path in(Path dir) {
    Path file = dir.resolve("report.ipynb");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (Map.Entry<String, String> other : beside.entrySet()) {
        Files.writeString(dir.resolve(other.getKey()), other.getValue());
      }
      JsonWriter.indented(toJson(), out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
