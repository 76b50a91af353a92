package dev.platen.notebook.json;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonValue;

/** Text that a file keeps as a list of lines and a value keeps whole. */
final class MultilineText {
  private MultilineText() {}

  /** The lines as one text; anything but a list of strings as it is. */
  static JsonValue join(JsonValue value) {
    return value instanceof JsonArray lines
        ? lines.text().map(JsonValue.class::cast).orElse(value)
        : value;
  }

  static JsonArray split(String text) {
    return JsonArray.ofSlices(text, PythonLines.ends(text));
  }
}
