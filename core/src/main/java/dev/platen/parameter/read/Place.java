package dev.platen.parameter.read;

import org.yaml.snakeyaml.error.Mark;

/**
 * Where something stands in a text.
 *
 * @param line 1-based
 * @param column 1-based, in characters as people count them: code points
 */
public record Place(int line, int column) implements Comparable<Place> {
  private static final int BEFORE = 40;
  private static final int WIDTH = 76;
  private static final String CUT = "…";

  static Place of(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /**
   * The line of the text and a caret under the place: two lines, of a long line the part around it.
   */
  public String excerpt(String text) {
    int[] shown =
        text.lines()
            .skip(line - 1L)
            .findFirst()
            .orElse("")
            .codePoints()
            .map(c -> Character.isISOControl(c) ? ' ' : c)
            .toArray();
    int from = shown.length <= WIDTH ? 0 : Math.max(0, column - BEFORE);
    int to = Math.max(from, Math.min(shown.length, from + WIDTH));
    String before = from > 0 ? CUT : "";
    String part = before + new String(shown, Math.min(from, to), to - from);
    int caret = before.length() + column - 1 - from;
    return part.stripTrailing() + (to < shown.length ? CUT : "") + "\n" + " ".repeat(caret) + "^";
  }

  @Override
  public int compareTo(Place other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  /** {@code line:column}. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
