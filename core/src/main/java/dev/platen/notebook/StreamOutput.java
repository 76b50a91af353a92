package dev.platen.notebook;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;

/**
 * Text that a cell printed.
 *
 * @param name {@code stdout} or {@code stderr}
 * @param content the text, which may still be in the notebook's file
 */
public record StreamOutput(String name, JsonString content, JsonObject extra) implements Output {
  public static StreamOutput of(String name, String text) {
    return new StreamOutput(name, new JsonString(text), JsonObject.EMPTY);
  }

  public String text() {
    return content.value();
  }

  @Override
  public Kind kind() {
    return Kind.STREAM;
  }
}
