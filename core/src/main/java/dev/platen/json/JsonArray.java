package dev.platen.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A JSON array. */
public record JsonArray(List<JsonValue> values) implements JsonValue {
  public static final JsonArray EMPTY = new JsonArray(List.of());

  public JsonArray {
    if (!isLight(values)) {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** Whether a list is our own, immutable, and holds less than its elements. */
  private static boolean isLight(List<JsonValue> values) {
    return values instanceof PackedStrings
        || values instanceof StoredList
        || values instanceof MadeList;
  }

  /**
   * An array whose elements are made when they are asked for, for a value that is written once.
   *
   * @param element by its index; the same each time
   */
  public static JsonArray onDemand(int size, IntFunction<JsonValue> element) {
    return new JsonArray(new MadeList(size, element));
  }

  /** An array of strings. */
  public static JsonArray ofStrings(Collection<String> strings) {
    return new JsonArray(strings.stream().<JsonValue>map(JsonString::new).toList());
  }

  /**
   * The text cut into strings, without copying it.
   *
   * @param ends the offset in {@code text} at which each string ends, ascending; the last is the
   *     text's length
   */
  public static JsonArray ofSlices(String text, int[] ends) {
    return new JsonArray(new PackedStrings(text, ends.clone()));
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

  /** The elements joined into one text, if every one is a string. */
  public Optional<String> joined() {
    return text().map(JsonString::value);
  }

  /** The same; the text of an array that stays in its file is read when it is asked for. */
  public Optional<JsonString> text() {
    if (values instanceof StoredList stored) {
      return stored.areStrings() ? Optional.of(stored.text()) : Optional.empty();
    }
    return values instanceof PackedStrings packed
        ? Optional.of(new JsonString(packed.text()))
        : strings().map(strings -> new JsonString(String.join("", strings)));
  }

  @Override
  public Kind kind() {
    return Kind.ARRAY;
  }
}
