package dev.platen.json;

/** A JSON string; may hold lone surrogates, which the writer escapes. */
public record JsonString(String value) implements JsonValue {
  @Override
  public Kind kind() {
    return Kind.STRING;
  }
}
