package dev.platen.parameter.inspect;

import java.util.Optional;

/**
 * The text that a string literal means.
 *
 * @see <a href="https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences">escape
 *     sequences</a>
 */
final class PythonString {
  private final String body;
  private final StringBuilder out;
  private int position;

  private PythonString(String body) {
    this.body = body;
    this.out = new StringBuilder(body.length());
  }

  /**
   * Decodes one literal.
   *
   * @param literal with prefix and quotes
   * @return empty for bytes, f-strings, and what isn't right Python
   */
  static Optional<String> decode(String literal) {
    int quote = 0;
    while (quote < literal.length() && !PythonStringScanner.isQuote(literal.charAt(quote))) {
      quote++;
    }
    String prefix = literal.substring(0, quote).toLowerCase(java.util.Locale.ROOT);
    String one = literal.substring(quote, quote + 1);
    String close = literal.startsWith(one.repeat(3), quote) ? one.repeat(3) : one;
    boolean closed = literal.length() >= quote + 2 * close.length() && literal.endsWith(close);
    if (!closed || prefix.matches(".*[bft].*")) {
      return Optional.empty();
    }
    String body =
        literal
            .substring(quote + close.length(), literal.length() - close.length())
            .replace("\r\n", "\n")
            .replace('\r', '\n');
    return prefix.contains("r") ? Optional.of(body) : new PythonString(body).decoded();
  }

  private Optional<String> decoded() {
    while (position < body.length()) {
      char c = body.charAt(position++);
      if (c != '\\') {
        out.append(c);
      } else if (position == body.length() || !escape(body.charAt(position++))) {
        return Optional.empty();
      }
    }
    return Optional.of(out.toString());
  }

  /** Appends what the escape with this letter means; false if it is broken. */
  private boolean escape(char letter) {
    switch (letter) {
      case '\n' -> {}
      case '\\', '\'', '"' -> out.append(letter);
      case 'a' -> out.append('\u0007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'v' -> out.append('\u000b');
      case 'x' -> {
        return hexadecimal(2);
      }
      case 'u' -> {
        return hexadecimal(4);
      }
      case 'U' -> {
        return hexadecimal(8);
      }
      case 'N' -> {
        return named();
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(letter);
      default -> out.append('\\').append(letter);
    }
    return true;
  }

  private void octal(char first) {
    int code = first - '0';
    for (int digits = 1; digits < 3 && position < body.length(); digits++) {
      int digit = Character.digit(body.charAt(position), 8);
      if (digit < 0) {
        break;
      }
      code = code * 8 + digit;
      position++;
    }
    out.append((char) code);
  }

  private boolean hexadecimal(int digits) {
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = position < body.length() ? Character.digit(body.charAt(position++), 16) : -1;
      if (digit < 0) {
        return false;
      }
      code = code * 16 + digit;
    }
    if (code > Character.MAX_CODE_POINT) {
      return false;
    }
    out.appendCodePoint((int) code);
    return true;
  }

  private boolean named() {
    int close = body.indexOf('}', position);
    if (close < 0 || body.charAt(position) != '{') {
      return false;
    }
    try {
      out.appendCodePoint(Character.codePointOf(body.substring(position + 1, close)));
    } catch (IllegalArgumentException e) {
      // A name that this Java doesn't know: the string is not read rather than read wrong.
      return false;
    }
    position = close + 1;
    return true;
  }
}
