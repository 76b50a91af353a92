package dev.platen.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A JSON array. */
public record JsonArray(List<JsonValue> values) implements JsonValue {
  public static final JsonArray EMPTY = new JsonArray(List.of());

  public JsonArray {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** An array of strings. */
  public static JsonArray ofStrings(Collection<String> strings) {
    return new JsonArray(strings.stream().<JsonValue>map(JsonString::new).toList());
  }

  /** The elements as text, if every one is a string. */
  public Optional<List<String>> strings() {
    List<String> strings = new ArrayList<>(values.size());
    for (JsonValue value : values) {
      if (!(value instanceof JsonString string)) {
        return Optional.empty();
      }
      strings.add(string.value());
    }
    return Optional.of(strings);
  }

  @Override
  public Kind kind() {
    return Kind.ARRAY;
  }
}
