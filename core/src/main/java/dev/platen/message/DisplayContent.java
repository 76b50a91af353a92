package dev.platen.message;

import dev.platen.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of {@code display_data}, {@code update_display_data} and {@code execute_result}.
 *
 * @param data by MIME type
 * @param displayId names the display, so that it can be updated
 * @param executionCount of an execute result only
 */
public record DisplayContent(
    JsonObject data, JsonObject metadata, Optional<String> displayId, OptionalInt executionCount) {

  public static DisplayContent parse(JsonObject content) {
    return new DisplayContent(
        content.object("data"),
        content.object("metadata"),
        content.object("transient").string("display_id"),
        ExecutionCount.parse(content));
  }
}
