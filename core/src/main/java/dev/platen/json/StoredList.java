package dev.platen.json;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/** The elements of an array that stays in its file. */
final class StoredList extends AbstractList<JsonValue> {
  private final Stored stored;
  private final int size;
  private final boolean strings;

  StoredList(Stored stored, int size, boolean strings) {
    this.stored = stored;
    this.size = size;
    this.strings = strings;
  }

  /** Whether all elements are strings. */
  boolean areStrings() {
    return strings;
  }

  /** All strings, joined when it is asked for. */
  JsonString text() {
    return JsonString.onDemand(() -> ((PackedStrings) elements()).text());
  }

  private List<JsonValue> elements() {
    return ((JsonArray) stored.value()).values();
  }

  @Override
  public JsonValue get(int index) {
    return elements().get(index);
  }

  @Override
  public int size() {
    return size;
  }

  /** Reads all elements once. */
  @Override
  public Iterator<JsonValue> iterator() {
    return elements().iterator();
  }
}
