package dev.platen.export;

/**
 * Follows Python source line by line, as far as it takes to know where a statement begins: within
 * strings and brackets, and behind a backslash, a line goes on.
 */
final class PythonLines {
  private int depth;
  private String quotes = "";
  private boolean joined;

  /** Whether the next line begins a statement. */
  boolean atStatement() {
    return depth == 0 && quotes.isEmpty() && !joined;
  }

  /** Takes note of a line, without its end. */
  void read(String line) {
    joined = false;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '\\') {
        joined = i == line.length() - 1 && quotes.isEmpty();
        i += 2;
      } else if (!quotes.isEmpty()) {
        i = inString(line, i);
      } else if (c == '#') {
        i = line.length();
      } else {
        i = inCode(line, i);
      }
    }
    boolean stringGoesOn = line.endsWith("\\") && quotes.length() == 1;
    if (quotes.length() == 1 && !stringGoesOn) {
      quotes = "";
    }
  }

  private int inString(String line, int i) {
    if (line.startsWith(quotes, i)) {
      int length = quotes.length();
      quotes = "";
      return i + length;
    }
    return i + 1;
  }

  private int inCode(String line, int i) {
    char c = line.charAt(i);
    if (c == '"' || c == '\'') {
      String three = String.valueOf(c).repeat(3);
      quotes = line.startsWith(three, i) ? three : String.valueOf(c);
      return i + quotes.length();
    }
    if ("([{".indexOf(c) >= 0) {
      depth++;
    } else if (")]}".indexOf(c) >= 0 && depth > 0) {
      depth--;
    }
    return i + 1;
  }
}
