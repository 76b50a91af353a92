package dev.platen.notebook.json;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a notebook of nbformat 3 into nbformat 4, JSON to JSON, as nbformat's own {@code
 * v4.upgrade} does: worksheets become one list of cells, headings become Markdown, outputs get MIME
 * types.
 */
final class Nbformat3Upgrade {
  private static final Map<String, String> MIME_TYPES =
      Map.of(
          "text", "text/plain",
          "html", "text/html",
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpeg", "image/jpeg",
          "latex", "text/latex",
          "json", "application/json",
          "javascript", "application/javascript");

  private static final List<String> MULTILINE_OUTPUTS =
      List.of("text", "html", "svg", "latex", "javascript", "json");

  private static final Set<String> NOT_DATA = Set.of("output_type", "execution_count", "metadata");
  private static final String JSON = "application/json";

  private Nbformat3Upgrade() {}

  /** Upgrades a notebook whose frame has been checked. */
  static JsonObject upgrade(JsonObject old) {
    List<JsonValue> cells =
        old.array("worksheets").stream()
            .flatMap(worksheet -> ((JsonObject) worksheet).array("cells").stream())
            .<JsonValue>map(cell -> cell((JsonObject) cell))
            .toList();
    return old.without(Set.of("worksheets", "orig_nbformat", "orig_nbformat_minor"))
        .with("nbformat", JsonNumber.of(NotebookCodec.MAJOR))
        .with("nbformat_minor", JsonNumber.of(NotebookCodec.MINOR))
        .with("metadata", old.object("metadata").without(Set.of("name", "signature")))
        .with("cells", new JsonArray(cells));
  }

  private static JsonObject cell(JsonObject old) {
    Map<String, JsonValue> cell = new LinkedHashMap<>(old.members());
    cell.remove("id");
    cell.putIfAbsent("metadata", JsonObject.EMPTY);
    if (old.text("cell_type").equals("code")) {
      upgradeCode(cell, old);
    } else {
      upgradeText(cell, old.text("cell_type"));
    }
    return new JsonObject(cell);
  }

  private static void upgradeCode(Map<String, JsonValue> cell, JsonObject old) {
    cell.remove("language");
    JsonValue collapsed = cell.remove("collapsed");
    if (collapsed != null) {
      cell.put("metadata", old.object("metadata").with("collapsed", collapsed));
    }
    join(cell, "input");
    rename(cell, "input", "source", new JsonString(""));
    rename(cell, "prompt_number", "execution_count", JsonNull.NULL);
    List<JsonValue> outputs =
        old.array("outputs").stream().<JsonValue>map(out -> output((JsonObject) out)).toList();
    cell.put("outputs", new JsonArray(outputs));
  }

  private static void upgradeText(Map<String, JsonValue> cell, String type) {
    join(cell, "source");
    join(cell, "rendered");
    if (type.equals("html")) {
      cell.put("cell_type", new JsonString("markdown"));
    } else if (type.equals("heading")) {
      cell.put("cell_type", new JsonString("markdown"));
      int level = cell.remove("level") instanceof JsonNumber n ? n.value().intValue() : 1;
      String title = cell.get("source") instanceof JsonString s ? s.value() : "";
      cell.put(
          "source", new JsonString("#".repeat(level) + " " + PythonLines.joinedByBlanks(title)));
    }
  }

  private static JsonObject output(JsonObject old) {
    Map<String, JsonValue> output = new LinkedHashMap<>(old.members());
    MULTILINE_OUTPUTS.forEach(key -> join(output, key));
    switch (old.text("output_type")) {
      case "pyout" -> {
        output.put("output_type", new JsonString("execute_result"));
        rename(output, "prompt_number", "execution_count", JsonNull.NULL);
        return display(output);
      }
      case "display_data" -> {
        return display(output);
      }
      case "pyerr" -> output.put("output_type", new JsonString("error"));
      case "stream" -> rename(output, "stream", "name", new JsonString("stdout"));
      default -> {} // left for the check of nbformat 4 to refuse
    }
    return new JsonObject(output);
  }

  /** Moves everything shown into {@code data}. */
  private static JsonObject display(Map<String, JsonValue> output) {
    Map<String, JsonValue> data = new LinkedHashMap<>(output);
    data.keySet().removeAll(NOT_DATA);
    data = byMimeType(data);
    data.computeIfPresent(JSON, (type, value) -> parsed(value));
    output.keySet().retainAll(NOT_DATA);
    output.put("data", new JsonObject(data));
    Map<String, JsonValue> metadata =
        output.get("metadata") instanceof JsonObject given ? given.members() : Map.of();
    output.put("metadata", new JsonObject(byMimeType(metadata)));
    return new JsonObject(output);
  }

  /** Where both names of a type are there, the old one counts. */
  private static Map<String, JsonValue> byMimeType(Map<String, JsonValue> members) {
    Map<String, JsonValue> typed = new LinkedHashMap<>();
    members.forEach(
        (key, value) -> {
          String type = MIME_TYPES.get(key);
          if (type == null) {
            typed.putIfAbsent(key, value);
          } else {
            typed.put(type, value);
          }
        });
    return typed;
  }

  /** nbformat 3 kept JSON as text. What isn't JSON stays text; nbformat would fail on it. */
  private static JsonValue parsed(JsonValue value) {
    if (!(MultilineText.join(value) instanceof JsonString text)) {
      return value;
    }
    try {
      return JsonReader.read(text.value());
    } catch (JsonSyntaxException e) {
      return text;
    }
  }

  private static void rename(
      Map<String, JsonValue> members, String from, String to, JsonValue otherwise) {
    JsonValue value = members.remove(from);
    members.put(to, value == null ? otherwise : value);
  }

  /** Joins a list of lines; in the oldest files the lines have lost their ends. */
  private static void join(Map<String, JsonValue> members, String key) {
    if (members.get(key) instanceof JsonArray lines) {
      lines.strings().map(Nbformat3Upgrade::joined).ifPresent(text -> members.put(key, text));
    }
  }

  private static JsonString joined(List<String> lines) {
    boolean haveEnds =
        !lines.isEmpty() && (lines.get(0).endsWith("\n") || lines.get(0).endsWith("\r"));
    return new JsonString(String.join(haveEnds ? "" : "\n", lines));
  }
}
