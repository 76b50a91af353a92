package dev.platen.parameter.inspect;

import java.util.regex.Pattern;

/**
 * Finds the end of string literals, f-strings with strings inside of their fields among them. Text
 * that isn't right Python ends somewhere too.
 *
 * @see <a
 *     href="https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals">
 *     string literals</a>
 */
final class PythonStringScanner {
  private static final Pattern PREFIX = Pattern.compile("(?i)r|u|b|br|rb|f|fr|rf|t|tr|rt|");
  private static final Pattern FORMATTED = Pattern.compile("(?i)r?[ft]r?");

  /** How deep fields may lie in fields; the source is taken to end where they lie deeper. */
  private static final int MAX_FIELDS = 100;

  private final String source;
  private int fields;

  PythonStringScanner(String source) {
    this.source = source;
  }

  /** Whether a string follows the word that ends here and belongs to it. */
  boolean isPrefix(int start, int end) {
    return end < source.length()
        && isQuote(source.charAt(end))
        && PREFIX.matcher(source).region(start, end).matches();
  }

  /**
   * The index behind the string; if it is not closed, that of the line's end (one kind of quote) or
   * of the source's (three).
   *
   * @param start where the prefix begins, or the quote
   * @param quote where the first quote is
   */
  int end(int start, int quote) {
    boolean formatted = FORMATTED.matcher(source).region(start, quote).matches();
    String one = source.substring(quote, quote + 1);
    String close = source.startsWith(one.repeat(3), quote) ? one.repeat(3) : one;
    int i = quote + close.length();
    while (i < source.length()) {
      char c = source.charAt(i);
      if (source.startsWith(close, i)) {
        return i + close.length();
      } else if (c == '\n' && close.length() == 1) {
        return i;
      } else if (c == '\\') {
        i += formatted && source.startsWith("{", i + 1) ? 1 : 2;
      } else if (formatted && c == '{') {
        i = source.startsWith("{", i + 1) ? i + 2 : fieldEnd(i + 1);
      } else {
        i++;
      }
    }
    return source.length();
  }

  /** The index behind the brace that closes a replacement field. */
  private int fieldEnd(int start) {
    if (fields == MAX_FIELDS) {
      return source.length();
    }
    fields++;
    int end = expressionEnd(start);
    fields--;
    return end;
  }

  private int expressionEnd(int start) {
    int depth = 0;
    int i = start;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (isQuote(c)) {
        i = end(i, i);
      } else if (Character.isUnicodeIdentifierStart(c)) {
        int word = wordEnd(i);
        i = isPrefix(i, word) ? end(i, word) : word;
      } else if (depth == 0 && (c == '}' || c == ':')) {
        return c == '}' ? i + 1 : formatEnd(i + 1);
      } else {
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        i++;
      }
    }
    return source.length();
  }

  /** The same from behind the colon on, where quotes are plain characters. */
  private int formatEnd(int start) {
    int i = start;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '}') {
        return i + 1;
      }
      i = c == '{' ? fieldEnd(i + 1) : i + 1;
    }
    return source.length();
  }

  /** The index behind the name, keyword or prefix that begins here. */
  int wordEnd(int start) {
    int i = start;
    while (i < source.length() && Character.isUnicodeIdentifierPart(source.codePointAt(i))) {
      i += Character.charCount(source.codePointAt(i));
    }
    return Math.max(i, start + 1);
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
