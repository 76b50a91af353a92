package dev.platen.notebook.json;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** An output in a file. */
final class OutputCodec {
  private static final Set<String> STREAM_KEYS = Set.of("output_type", "name", "text");
  private static final Set<String> DISPLAY_KEYS = Set.of("output_type", "data", "metadata");
  private static final Set<String> RESULT_KEYS =
      Set.of("output_type", "data", "metadata", "execution_count");
  private static final Set<String> ERROR_KEYS =
      Set.of("output_type", "ename", "evalue", "traceback");

  private OutputCodec() {}

  /** Reads an output that has been checked. */
  static Output read(JsonObject json) {
    return switch (json.text("output_type")) {
      case "stream" ->
          new StreamOutput(json.text("name"), string(json, "text"), json.without(STREAM_KEYS));
      case "error" ->
          new ErrorOutput(
              json.text("ename"), json.text("evalue"), traceback(json), json.without(ERROR_KEYS));
      case "execute_result" ->
          new ExecuteResult(
              count(json),
              MimeBundleCodec.read(json.object("data")),
              json.object("metadata"),
              json.without(RESULT_KEYS));
      default ->
          new DisplayData(
              MimeBundleCodec.read(json.object("data")),
              json.object("metadata"),
              json.without(DISPLAY_KEYS));
    };
  }

  /** The member's text, joined where it is a list of lines. */
  static String text(JsonObject json, String key) {
    return string(json, key).value();
  }

  private static JsonString string(JsonObject json, String key) {
    JsonValue value = json.value(key);
    return value != null && MultilineText.join(value) instanceof JsonString text
        ? text
        : new JsonString("");
  }

  /** {@code execution_count}, which fits into an int where it is a number. */
  static OptionalInt count(JsonObject json) {
    return json.integer("execution_count").stream().mapToInt(Math::toIntExact).findFirst();
  }

  private static List<String> traceback(JsonObject json) {
    return json.value("traceback") instanceof JsonArray lines
        ? lines.strings().orElse(List.of())
        : List.of();
  }

  static JsonObject write(Output output) {
    return JsonObject.build(
        json -> {
          json.putAll(output.extra());
          switch (output.kind()) {
            case STREAM -> putStream((StreamOutput) output, json);
            case ERROR -> putError((ErrorOutput) output, json);
            case EXECUTE_RESULT -> putResult((ExecuteResult) output, json);
            case DISPLAY_DATA -> putDisplay((DisplayData) output, json);
          }
        });
  }

  private static void putStream(StreamOutput output, JsonObject.Builder json) {
    json.put("output_type", "stream")
        .put("name", output.name())
        .put("text", MultilineText.split(output.text()));
  }

  private static void putError(ErrorOutput output, JsonObject.Builder json) {
    json.put("output_type", "error")
        .put("ename", output.ename())
        .put("evalue", output.evalue())
        .put("traceback", JsonArray.ofStrings(output.traceback()));
  }

  private static void putResult(ExecuteResult output, JsonObject.Builder json) {
    json.put("output_type", "execute_result")
        .put("execution_count", inFile(output.executionCount()))
        .put("data", MimeBundleCodec.write(output.data()))
        .put("metadata", output.metadata());
  }

  private static void putDisplay(DisplayData output, JsonObject.Builder json) {
    json.put("output_type", "display_data")
        .put("data", MimeBundleCodec.write(output.data()))
        .put("metadata", output.metadata());
  }

  static JsonValue inFile(OptionalInt executionCount) {
    return executionCount.isPresent() ? JsonNumber.of(executionCount.getAsInt()) : JsonNull.NULL;
  }
}
