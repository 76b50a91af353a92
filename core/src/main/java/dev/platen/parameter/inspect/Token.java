package dev.platen.parameter.inspect;

import java.util.List;

/**
 * A word of source.
 *
 * @param text as it is written; a string with its prefix and quotes
 * @param start the index of its first character in the source
 * @param depth how many brackets are open around it; a bracket itself lies outside of its pair
 */
record Token(Kind kind, String text, int start, int depth) {
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    OPERATOR
  }

  int end() {
    return start + text.length();
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** The source from the first of these to the last; "" if there are none. */
  static String text(List<Token> tokens, String source) {
    return tokens.isEmpty()
        ? ""
        : source.substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
  }
}
