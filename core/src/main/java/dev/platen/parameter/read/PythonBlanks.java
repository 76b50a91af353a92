package dev.platen.parameter.read;

/** The characters that Python's {@code str.strip()} takes away. */
final class PythonBlanks {
  private PythonBlanks() {}

  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** As {@code str.isspace()}: also the no-break spaces, which Java's whitespace is without. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }
}
