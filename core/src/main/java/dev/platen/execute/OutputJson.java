package dev.platen.execute;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;

/**
 * Outputs as a widget's state holds them: nbformat's shape, with texts whole instead of split into
 * lines.
 */
final class OutputJson {
  private OutputJson() {}

  static JsonValue write(Output output) {
    return switch (output.kind()) {
      case STREAM -> {
        StreamOutput stream = (StreamOutput) output;
        yield JsonObject.build(
            o ->
                o.put("output_type", "stream")
                    .put("name", stream.name())
                    .put("text", stream.text()));
      }
      case DISPLAY_DATA -> {
        DisplayData display = (DisplayData) output;
        yield JsonObject.build(
            o ->
                o.put("output_type", "display_data")
                    .put("data", new JsonObject(display.data().entries()))
                    .put("metadata", display.metadata()));
      }
      case EXECUTE_RESULT -> {
        ExecuteResult result = (ExecuteResult) output;
        JsonValue count =
            result.executionCount().isPresent()
                ? JsonNumber.of(result.executionCount().getAsInt())
                : JsonNull.NULL;
        yield JsonObject.build(
            o ->
                o.put("output_type", "execute_result")
                    .put("execution_count", count)
                    .put("data", new JsonObject(result.data().entries()))
                    .put("metadata", result.metadata()));
      }
      case ERROR -> {
        ErrorOutput error = (ErrorOutput) output;
        yield JsonObject.build(
            o ->
                o.put("output_type", "error")
                    .put("ename", error.ename())
                    .put("evalue", error.evalue())
                    .put("traceback", JsonArray.ofStrings(error.traceback())));
      }
    };
  }
}
