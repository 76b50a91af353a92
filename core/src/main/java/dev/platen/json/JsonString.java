package dev.platen.json;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON string; may hold lone surrogates, which the writer escapes. The text of one that stays in
 * its file is read each time it is asked for.
 */
public final class JsonString implements JsonValue {
  private final Supplier<String> text;

  public JsonString(String value) {
    this.text = () -> value;
  }

  private JsonString(Supplier<String> text) {
    this.text = text;
  }

  /** A text that is made when it is asked for. */
  static JsonString onDemand(Supplier<String> text) {
    return new JsonString(text);
  }

  public String value() {
    return text.get();
  }

  @Override
  public Kind kind() {
    return Kind.STRING;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonString string && string.value().equals(value());
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }

  @Override
  public String toString() {
    return "JsonString[value=" + value() + "]";
  }
}
