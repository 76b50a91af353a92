package dev.platen.message;

import dev.platen.json.JsonObject;

/**
 * Text that the code printed.
 *
 * @param name {@code stdout} or {@code stderr}
 */
public record StreamContent(String name, String text) {
  public static StreamContent parse(JsonObject content) {
    return new StreamContent(content.string("name").orElse("stdout"), content.text("text"));
  }
}
