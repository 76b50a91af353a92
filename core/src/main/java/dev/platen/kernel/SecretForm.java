package dev.platen.kernel;

/**
 * One look that a secret may have: its letters, one behind the other.
 *
 * @param mayBreak whether line breaks may stand between them, plain or as {@code \n}: base64 comes
 *     in lines
 */
record SecretForm(String letters, boolean mayBreak) {
  /** It isn't there. */
  static final int NONE = -1;

  /** The text ends before it does. */
  static final int UNFINISHED = -2;

  /** Fewer letters at the end of a line are chance. */
  private static final int NO_CHANCE = 4;

  private static final int LONGEST_BREAK = 16;

  /** Where it ends if it begins at a place of the text; {@link #NONE}, {@link #UNFINISHED}. */
  int end(String text, int start) {
    int at = start;
    for (int letter = 0; letter < letters.length(); letter++) {
      int next = mayBreak && letter > 0 ? behindBreak(text, at) : at;
      if (next == text.length()) {
        return next == at || letter >= NO_CHANCE ? UNFINISHED : NONE;
      }
      if (text.charAt(next) != letters.charAt(letter)) {
        return NONE;
      }
      at = next + 1;
    }
    return at;
  }

  /** With what indents the next line. */
  private static int behindBreak(String text, int start) {
    int at = start;
    while (at < text.length() && at - start < LONGEST_BREAK) {
      int letter = at;
      while (letter < text.length() && text.charAt(letter) == '\\') {
        letter++;
      }
      if (letter == text.length()) {
        return letter;
      }
      char c = text.charAt(letter);
      boolean isBreak = letter == at ? Character.isWhitespace(c) : c == 'n' || c == 'r';
      if (!isBreak) {
        return at;
      }
      at = letter + 1;
    }
    return at;
  }
}
