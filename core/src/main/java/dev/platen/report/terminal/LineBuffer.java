package dev.platen.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** One line with a cursor, for text that overwrites itself, as progress bars do. */
final class LineBuffer implements Screen {
  private final List<String> glyphs = new ArrayList<>();
  private final List<TextStyle> styles = new ArrayList<>();
  private int cursor;

  @Override
  public void put(String text, int from, int to, TextStyle style) {
    int i = from;
    while (i < to) {
      int end = Math.min(to, i + Character.charCount(text.codePointAt(i)));
      set(cursor++, text.substring(i, end), style);
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
    int from = mode == 0 ? cursor : 0;
    int to = mode == 1 ? Math.min(cursor + 1, glyphs.size()) : glyphs.size();
    for (int i = from; i < to; i++) {
      set(i, " ", TextStyle.PLAIN);
    }
  }

  /** Whether nothing of it would be seen. */
  boolean isEmpty() {
    return end() == 0;
  }

  /** Shows what is left on the line, without blanks at its end. */
  void replay(Screen screen) {
    int end = end();
    for (int i = 0; i < end; i++) {
      screen.put(glyphs.get(i), 0, glyphs.get(i).length(), styles.get(i));
    }
  }

  private int end() {
    int end = glyphs.size();
    while (end > 0
        && glyphs.get(end - 1).equals(" ")
        && styles.get(end - 1).equals(TextStyle.PLAIN)) {
      end--;
    }
    return end;
  }

  private void set(int column, String glyph, TextStyle style) {
    while (column > glyphs.size()) {
      glyphs.add(" ");
      styles.add(TextStyle.PLAIN);
    }
    if (column < glyphs.size()) {
      glyphs.set(column, glyph);
      styles.set(column, style);
    } else {
      glyphs.add(glyph);
      styles.add(style);
    }
  }
}
