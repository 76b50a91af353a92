package dev.platen.report.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One line with a cursor, for text that overwrites itself, as progress bars do. Erasing costs the
 * same however long the line is: it is noted, and done when the line is shown.
 */
final class LineBuffer implements Screen {
  /**
   * What stands in a column.
   *
   * @param time how often the line had been erased before
   */
  private record Glyph(String text, TextStyle style, int time) {
    private static final Glyph BLANK = new Glyph(" ", TextStyle.PLAIN, 0);

    boolean isBlank() {
      return text.equals(" ") && style.equals(TextStyle.PLAIN);
    }
  }

  private final List<Glyph> glyphs = new ArrayList<>();

  /** By column: when all up to it was erased last. */
  private final Map<Integer, Integer> erased = new HashMap<>();

  private int time;
  private int cursor;

  @Override
  public void put(String text, int from, int to, TextStyle style) {
    int i = from;
    while (i < to) {
      int end = Math.min(to, i + Character.charCount(text.codePointAt(i)));
      set(cursor++, new Glyph(text.substring(i, end), style, time));
      i = end;
    }
  }

  @Override
  public void move(int lines, int columns) {
    cursor = Math.max(0, cursor + columns);
  }

  @Override
  public void column(int column) {
    cursor = column;
  }

  int column() {
    return cursor;
  }

  @Override
  public void eraseLine(int mode) {
    if (mode == 0) {
      glyphs.subList(Math.min(cursor, glyphs.size()), glyphs.size()).clear();
    } else {
      int last = glyphs.size() - 1;
      erased.put(mode == 1 ? Math.min(cursor, last) : last, ++time);
    }
  }

  /** Whether nothing of it would be seen. */
  boolean isEmpty() {
    return end() == 0;
  }

  /** Shows what is left on the line, without blanks at its end. */
  void replay(Screen screen) {
    for (Glyph glyph : glyphs.subList(0, end())) {
      screen.put(glyph.text(), 0, glyph.text().length(), glyph.style());
    }
  }

  private int end() {
    blankErased();
    int end = glyphs.size();
    while (end > 0 && glyphs.get(end - 1).isBlank()) {
      end--;
    }
    return end;
  }

  private void blankErased() {
    int from = erased.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
    int erasure = 0;
    for (int column = from; column >= 0; column--) {
      erasure = Math.max(erasure, erased.getOrDefault(column, 0));
      if (column < glyphs.size() && glyphs.get(column).time() < erasure) {
        glyphs.set(column, Glyph.BLANK);
      }
    }
    erased.clear();
  }

  private void set(int column, Glyph glyph) {
    while (column > glyphs.size()) {
      glyphs.add(Glyph.BLANK);
    }
    if (column < glyphs.size()) {
      glyphs.set(column, glyph);
    } else {
      glyphs.add(glyph);
    }
  }
}
