package dev.platen.json;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Strings laid end to end in one text. A notebook's sources and outputs are lists of lines: an
 * object for each line would take several times the memory of the lines, and joining them would
 * copy them all once more.
 */
final class PackedStrings extends AbstractList<JsonValue> implements RandomAccess {
  private final String text;
  private final int[] ends;

  PackedStrings(String text, int[] ends) {
    this.text = text;
    this.ends = ends;
  }

  /** All strings, joined. */
  String text() {
    return text;
  }

  @Override
  public JsonValue get(int index) {
    return new JsonString(text.substring(index == 0 ? 0 : ends[index - 1], ends[index]));
  }

  @Override
  public int size() {
    return ends.length;
  }

  /** Packs strings in the order in which they come. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final IntStream.Builder ends = IntStream.builder();
    private int size;

    void add(char[] chars, int offset, int length) {
      text.append(chars, offset, length);
      ends.add(text.length());
      size++;
    }

    int size() {
      return size;
    }

    /** The number of characters. */
    int length() {
      return text.length();
    }

    PackedStrings build() {
      return new PackedStrings(text.toString(), ends.build().toArray());
    }
  }
}
