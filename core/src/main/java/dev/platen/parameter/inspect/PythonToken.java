package dev.platen.parameter.inspect;

/**
 * A word of Python source.
 *
 * @param text as it is written; a string with its prefix and quotes
 * @param start the index of its first character in the source
 * @param depth how many brackets are open around it; a bracket itself lies outside of its pair
 */
record PythonToken(Kind kind, String text, int start, int depth) {
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
}
