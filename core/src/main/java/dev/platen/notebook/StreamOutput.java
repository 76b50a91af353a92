package dev.platen.notebook;

import dev.platen.json.JsonObject;

/**
 * Text that a cell printed.
 *
 * @param name {@code stdout} or {@code stderr}
 */
public record StreamOutput(String name, String text, JsonObject extra) implements Output {
  public static StreamOutput of(String name, String text) {
    return new StreamOutput(name, text, JsonObject.EMPTY);
  }

  @Override
  public Kind kind() {
    return Kind.STREAM;
  }
}
