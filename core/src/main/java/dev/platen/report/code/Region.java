package dev.platen.report.code;

/**
 * What goes on until its own end: a comment, a text.
 *
 * @param end what closes it; "" if only the end of the line does
 * @param line whether the end of the line closes it too
 * @param escapes whether a backslash takes its meaning from the next character
 * @param doubled whether its end, twice, is a part of it
 * @param nested what opens one more inside it; "" if nothing does
 * @param holes which code may stand in it
 * @param ownLine whether its end is a line by itself
 */
record Region(
    TokenKind kind,
    String end,
    boolean line,
    boolean escapes,
    boolean doubled,
    String nested,
    Hole holes,
    boolean ownLine) {

  /** How code stands in a text. */
  enum Hole {
    NONE(""),
    /** <code>${code}</code>: JavaScript. */
    BRACES("${"),
    /** The same, and {@code $name}: Kotlin, Scala. */
    NAMES("${"),
    /** {@code $(code)} and {@code $name}: Julia. */
    PARENTHESES("$("),
    /** {@code #{code}}: Ruby. */
    HASH("#{"),
    /** {@code $(code)}, <code>${name}</code>, {@code $name}: shells. */
    SHELL("$(");

    private final String mark;

    Hole(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }

    boolean takesNames() {
      return this == NAMES || this == PARENTHESES || this == SHELL;
    }
  }

  static Region comment() {
    return new Region(TokenKind.COMMENT, "", true, false, false, "", Hole.NONE, false);
  }

  static Region comment(String end) {
    return new Region(TokenKind.COMMENT, end, false, false, false, "", Hole.NONE, false);
  }

  /** A text over as many lines as it likes, without escapes. */
  static Region raw(String end) {
    return of(TokenKind.STRING, end);
  }

  static Region of(TokenKind kind, String end) {
    return new Region(kind, end, false, false, false, "", Hole.NONE, false);
  }

  /** A text over as many lines as it likes, with escapes. */
  static Region text(String end) {
    return new Region(TokenKind.STRING, end, false, true, false, "", Hole.NONE, false);
  }

  Region oneLine() {
    return new Region(kind, end, true, escapes, doubled, nested, holes, ownLine);
  }

  Region withDoubledEnd() {
    return new Region(kind, end, line, escapes, true, nested, holes, ownLine);
  }

  Region nesting(String opening) {
    return new Region(kind, end, line, escapes, doubled, opening, holes, ownLine);
  }

  Region with(Hole code) {
    return new Region(kind, end, line, escapes, doubled, nested, code, ownLine);
  }

  /** Until the line that holds nothing but the word. */
  static Region document(String word, Hole holes) {
    return new Region(TokenKind.STRING, word, false, false, false, "", holes, true);
  }
}
