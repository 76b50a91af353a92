package dev.platen.report.terminal;

/** What terminal text is shown on. */
interface Screen {
  /** Shows the part of the text from the first index up to the second. */
  void put(String text, int from, int to, TextStyle style);

  /** The cursor goes down and to the right by so much, not beyond the first line and column. */
  default void move(int lines, int columns) {}

  /** The cursor goes to the column, counted from 0. */
  default void column(int column) {}

  /** Erases 0: from the cursor on, 1: up to the cursor, 2: the whole line. */
  default void eraseLine(int mode) {}

  /** With mode 0, erases from the cursor to the end of all; other modes are for whole screens. */
  default void eraseBelow(int mode) {}
}
