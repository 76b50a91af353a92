package dev.platen.report.math;

/** Cuts a formula into tokens by TeX's usual category codes; drops comments. */
final class Lexer {
  private final String tex;
  private int position;

  Lexer(String tex) {
    this.tex = tex;
  }

  /** The next token; {@link Token#END} at the end, as often as it is asked. */
  Token next() {
    while (position < tex.length() && tex.charAt(position) == '%') {
      skipComment();
    }
    if (position == tex.length()) {
      return Token.END;
    }
    char c = tex.charAt(position);
    if (Character.isWhitespace(c)) {
      skipWhitespace();
      return Token.SPACE;
    }
    if (c == '\\') {
      position++;
      return command();
    }
    return Token.character(codePoint());
  }

  private Token command() {
    if (position == tex.length()) {
      throw new TexException("a backslash at the end");
    }
    int start = position;
    while (position < tex.length() && isLetter(tex.charAt(position))) {
      position++;
    }
    if (position == start) {
      char c = tex.charAt(position);
      return Token.command(Character.isWhitespace(c) ? blank() : codePoint());
    }
    String name = tex.substring(start, position);
    skipWhitespace();
    return Token.command(name);
  }

  private String blank() {
    position++;
    return " ";
  }

  private String codePoint() {
    int end = tex.offsetByCodePoints(position, 1);
    String text = tex.substring(position, end);
    position = end;
    return text;
  }

  /** A comment takes its line end and the next line's indentation with it. */
  private void skipComment() {
    int end = tex.indexOf('\n', position);
    position = end < 0 ? tex.length() : end + 1;
    skipWhitespace();
  }

  private void skipWhitespace() {
    while (position < tex.length() && Character.isWhitespace(tex.charAt(position))) {
      position++;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
