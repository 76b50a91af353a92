package dev.platen.json;

import java.util.AbstractList;
import java.util.function.IntFunction;

/** Elements that are made when they are asked for, and not held. */
final class MadeList extends AbstractList<JsonValue> {
  private final int size;
  private final IntFunction<JsonValue> element;

  MadeList(int size, IntFunction<JsonValue> element) {
    this.size = size;
    this.element = element;
  }

  @Override
  public JsonValue get(int index) {
    return element.apply(index);
  }

  @Override
  public int size() {
    return size;
  }
}
