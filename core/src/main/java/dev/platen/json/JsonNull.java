package dev.platen.json;

/** {@code null}. */
public record JsonNull() implements JsonValue {
  public static final JsonNull NULL = new JsonNull();

  @Override
  public Kind kind() {
    return Kind.NULL;
  }
}
