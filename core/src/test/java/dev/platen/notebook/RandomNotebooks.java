package dev.platen.notebook;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Valid notebook files of any version, the same ones for the same seed. They are full of what
 * notebooks seldom hold: odd line ends, empty lists, unknown keys, huge numbers.
 */
public final class RandomNotebooks {
  private static final List<String> PIECES =
      List.of(
          "x = 1",
          "\n",
          "\n",
          "\r\n",
          "\r",
          "\u000b",
          "\f",
          "\u001c",
          "\u001d",
          "\u001e",
          "\u0085",
          "\u2028",
          "\u2029",
          "\t",
          "\u0000",
          "\u001b[31m",
          "\u007f",
          "\"",
          "\\",
          "/",
          "é",
          "中文",
          "\uD83D\uDE00",
          "\uE000",
          "\uFFFF",
          "</script>",
          " ",
          "%",
          "aaaaaaaaaaaaaaaaaaaaaaaaa");

  private static final List<String> MIME_TYPES =
      List.of(
          "text/plain",
          "text/html",
          "text/latex",
          "text/markdown",
          "image/png",
          "image/jpeg",
          "image/svg+xml",
          "application/javascript",
          "application/pdf",
          "application/json",
          "application/vnd.plotly.v1+json",
          "application/vnd.x",
          "text/x+json");

  private final Random random;

  public RandomNotebooks(long seed) {
    random = new Random(seed);
  }

  /** A file of nbformat 4.{@code minor}. */
  public JsonObject nbformat4(int minor) {
    return JsonObject.build(
        json -> {
          json.put("nbformat", 4).put("nbformat_minor", minor);
          json.put("metadata", notebookMetadata());
          json.put("cells", list(6, () -> cell(minor)));
          if (oneIn(4)) {
            json.put(name(), anything(2));
          }
        });
  }

  /** A file of nbformat 3. */
  public JsonObject nbformat3() {
    return JsonObject.build(
        json -> {
          json.put("nbformat", 3).put("nbformat_minor", 0);
          json.put("metadata", notebookMetadata().with("name", new JsonString(text())));
          if (oneIn(3)) {
            json.put("orig_nbformat", 2);
          }
          Supplier<JsonValue> worksheet =
              () -> JsonObject.build(w -> w.put("cells", list(5, this::oldCell)));
          json.put("worksheets", list(3, worksheet));
        });
  }

  private JsonObject notebookMetadata() {
    return JsonObject.build(
        json -> {
          if (oneIn(2)) {
            json.put(
                "kernelspec",
                JsonObject.build(k -> k.put("name", "python3").put("display_name", text())));
            json.put("language_info", JsonObject.build(l -> l.put("name", "python")));
          }
          if (oneIn(4)) {
            json.put("orig_nbformat", 4).put("orig_nbformat_minor", 2).put("signature", "sha256:");
          }
          if (oneIn(4)) {
            json.put("title", text()).put("authors", new JsonArray(List.of()));
          }
          json.put(name(), anything(3));
        });
  }

  private JsonValue cell(int minor) {
    return JsonObject.build(
        json -> {
          String type = pick(List.of("code", "markdown", "raw"));
          json.put("cell_type", type).put("source", lines());
          json.put("metadata", cellMetadata(type));
          if (minor >= 5 ? !oneIn(10) : oneIn(10)) {
            json.put(
                "id", pick(List.of("a", "b", "c-" + random.nextInt(), "d_" + random.nextInt())));
          }
          if (type.equals("code")) {
            json.put("execution_count", count()).put("outputs", list(4, this::output));
          } else if (oneIn(3)) {
            json.put("attachments", attachments());
          }
          if (oneIn(5)) {
            json.put(name(), anything(2));
          }
        });
  }

  private JsonObject cellMetadata(String type) {
    return JsonObject.build(
        json -> {
          if (oneIn(4)) {
            json.put("tags", JsonArray.ofStrings(List.of("parameters", "x " + random.nextInt())));
          }
          if (oneIn(4)) {
            json.put("jupyter", JsonObject.build(j -> j.put("source_hidden", true)));
          }
          if (oneIn(4)) {
            json.put("trusted", random.nextBoolean());
          }
          if (type.equals("code") && oneIn(3)) {
            json.put("collapsed", random.nextBoolean()).put("scrolled", "auto");
            json.put("execution", JsonObject.build(e -> e.put("iopub.status.busy", text())));
          }
          if (oneIn(4)) {
            json.put(name(), anything(2));
          }
        });
  }

  private JsonValue attachments() {
    Map<String, JsonValue> files = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      files.put("image" + i + ".png", bundle());
    }
    return new JsonObject(files);
  }

  private JsonValue output() {
    return JsonObject.build(
        json -> {
          String type = pick(List.of("stream", "error", "display_data", "execute_result"));
          json.put("output_type", type);
          switch (type) {
            case "stream" -> json.put("name", "stdout").put("text", lines());
            case "error" -> {
              json.put("ename", text()).put("evalue", text());
              json.put("traceback", list(3, () -> new JsonString(text())));
            }
            default -> {
              json.put("data", bundle());
              json.put("metadata", JsonObject.build(m -> m.put(name(), anything(2))));
              if (type.equals("execute_result")) {
                json.put("execution_count", count());
              }
            }
          }
          if (oneIn(5)) {
            json.put(name(), anything(2));
          }
        });
  }

  private JsonObject bundle() {
    Map<String, JsonValue> data = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String type = pick(MIME_TYPES);
      data.put(type, MimeBundle.isJson(type) ? anything(3) : lines());
    }
    return new JsonObject(data);
  }

  private JsonValue oldCell() {
    return JsonObject.build(
        json -> {
          String type = pick(List.of("code", "code", "markdown", "raw", "heading", "html"));
          json.put("cell_type", type);
          if (!oneIn(4)) {
            json.put("metadata", cellMetadata("raw"));
          }
          if (type.equals("code")) {
            json.put("input", oldLines()).put("language", "python");
            json.put("outputs", list(4, this::oldOutput));
            if (oneIn(2)) {
              json.put("collapsed", random.nextBoolean()).put("prompt_number", count());
            }
          } else {
            json.put("source", oldLines());
          }
          if (type.equals("heading")) {
            json.put("level", 1 + random.nextInt(6));
          }
        });
  }

  private JsonValue oldOutput() {
    return JsonObject.build(
        json -> {
          String type = pick(List.of("stream", "pyerr", "display_data", "pyout"));
          json.put("output_type", type);
          switch (type) {
            case "stream" -> json.put("text", oldLines());
            case "pyerr" -> {
              json.put("ename", text()).put("evalue", text());
              json.put("traceback", list(3, () -> new JsonString(text())));
            }
            default -> putOldDisplay(json, type);
          }
          if (type.equals("stream") && oneIn(2)) {
            json.put("stream", "stderr");
          }
        });
  }

  private void putOldDisplay(JsonObject.Builder json, String type) {
    List.of("text", "html", "svg", "latex", "javascript")
        .forEach(key -> putSometimes(json, key, oldLines()));
    List.of("png", "jpeg", "pdf", "text/x").forEach(key -> putSometimes(json, key, string()));
    putSometimes(json, "json", new JsonString("{\"a\": [1, 2.50]}"));
    putSometimes(
        json, "metadata", JsonObject.build(m -> m.put("png", anything(1)).put("x", anything(1))));
    if (type.equals("pyout")) {
      json.put("prompt_number", random.nextInt(9));
    }
  }

  private void putSometimes(JsonObject.Builder json, String key, JsonValue value) {
    if (oneIn(3)) {
      json.put(key, value);
    }
  }

  /** Any JSON value, up to so many levels deep. */
  public JsonValue anything(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> JsonNull.NULL;
      case 1 -> JsonBoolean.of(random.nextBoolean());
      case 2 -> JsonNumber.of(random.nextInt(5) - 2L);
      case 3 -> new JsonNumber(new BigInteger(random.nextInt(200), random).negate());
      case 4 -> JsonNumber.of(finite());
      case 5, 6 -> string();
      case 7 -> list(4, () -> anything(depth - 1));
      default -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(text(), anything(depth - 1));
        }
        yield new JsonObject(members);
      }
    };
  }

  private double finite() {
    double value =
        oneIn(2)
            ? random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20.0)
            : Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : -0.0;
  }

  private JsonValue count() {
    return oneIn(3) ? JsonNull.NULL : JsonNumber.of(random.nextInt(100));
  }

  private JsonValue lines() {
    return oneIn(3) ? string() : list(4, this::string);
  }

  /** Lines with their ends, or all without. */
  private JsonValue oldLines() {
    String end = oneIn(2) ? "\n" : "";
    return oneIn(3) ? string() : list(4, () -> new JsonString(text().replace("\n", "") + end));
  }

  private JsonString string() {
    return new JsonString(text());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(pick(PIECES));
    }
    return text.toString();
  }

  /** A key that nbformat doesn't name. */
  private String name() {
    return "x-" + text();
  }

  private JsonArray list(int most, Supplier<? extends JsonValue> element) {
    List<JsonValue> values = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      values.add(element.get());
    }
    return new JsonArray(values);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
