package dev.platen.report.math;

/**
 * One token of TeX.
 *
 * @param text a command's name without its backslash, one character (code point) with braces and
 *     other special characters among them, or the digit of a macro's parameter; else empty
 */
record Token(Kind kind, String text) {
  enum Kind {
    COMMAND,
    CHARACTER,
    /** A run of white space: nothing in mathematics, one space in text. */
    SPACE,
    /** {@code #1} to {@code #9} in a macro's body. */
    PARAMETER,
    END
  }

  static final Token END = new Token(Kind.END, "");
  static final Token SPACE = new Token(Kind.SPACE, "");

  static Token command(String name) {
    return new Token(Kind.COMMAND, name);
  }

  static Token character(String text) {
    return new Token(Kind.CHARACTER, text);
  }

  boolean is(String character) {
    return kind == Kind.CHARACTER && text.equals(character);
  }

  boolean isCommand(String name) {
    return kind == Kind.COMMAND && text.equals(name);
  }

  boolean isDigit() {
    return kind == Kind.CHARACTER && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }
}
