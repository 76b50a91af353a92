package dev.platen.json;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON string; may hold lone surrogates, which the writer escapes. The text of one that stays in
 * its file is read each time it is asked for.
 */
public final class JsonString implements JsonValue {
  /** One of these two. */
  private final @Nullable String text;

  private final @Nullable Supplier<String> maker;

  public JsonString(String value) {
    this.text = value;
    this.maker = null;
  }

  private JsonString(Supplier<String> maker) {
    this.text = null;
    this.maker = maker;
  }

  /** A text that is made when it is asked for. */
  static JsonString onDemand(Supplier<String> maker) {
    return new JsonString(maker);
  }

  public String value() {
    return maker == null ? Objects.requireNonNull(text) : maker.get();
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
