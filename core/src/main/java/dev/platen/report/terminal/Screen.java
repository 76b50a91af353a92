package dev.platen.report.terminal;

/** What terminal text is shown on. */
interface Screen {
  /** Shows the part of the text from the first index up to the second. */
  void put(String text, int from, int to, TextStyle style);

  /** The cursor goes back to the start of the line. */
  default void carriageReturn() {}

  /** The cursor goes back by one. */
  default void backspace() {}

  /** Erases 0: from the cursor on, 1: up to the cursor, 2: the whole line. */
  default void eraseLine(int mode) {}
}
