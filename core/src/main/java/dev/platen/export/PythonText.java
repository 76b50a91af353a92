package dev.platen.export;

/** Text as a literal of Python's. */
final class PythonText {
  private PythonText() {}

  /** What {@code repr} gives: in single quotes, unless only those would need escapes. */
  static String literal(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder literal = new StringBuilder(text.length() + 8).append(quote);
    text.codePoints().forEach(c -> append(literal, c, quote));
    return literal.append(quote).toString();
  }

  private static void append(StringBuilder literal, int c, char quote) {
    switch (c) {
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      case '\\' -> literal.append("\\\\");
      default -> {
        if (c == quote) {
          literal.append('\\').append(quote);
        } else if (c < ' ' || (c >= 0x7f && c < 0xa1)) {
          literal.append("\\x%02x".formatted(c));
        } else if (Character.getType(c) == Character.SURROGATE) {
          literal.append("\\u%04x".formatted(c));
        } else {
          literal.appendCodePoint(c);
        }
      }
    }
  }
}
