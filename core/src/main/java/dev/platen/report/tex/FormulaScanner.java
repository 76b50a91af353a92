package dev.platen.report.tex;

import java.util.Optional;

/**
 * Recognises mathematics in running text, and leaves money alone. A formula is {@code $…$} without
 * blanks inside its dollars and without a digit after them, unless it reads as a sum of money;
 * {@code $$…$$}; {@code \(…\)} and {@code \[…\]}, also with the backslash doubled, as Markdown
 * needs it; or an environment.
 */
public final class FormulaScanner {
  private FormulaScanner() {}

  /** The formula that begins at the index. */
  public static Optional<Formula> at(String text, int index) {
    if (text.startsWith("$$", index)) {
      return between(text, index, "$$", "$$", true);
    } else if (text.startsWith("$", index)) {
      return dollars(text, index);
    } else if (text.startsWith("\\begin{", index)) {
      return environment(text, index);
    } else if (text.startsWith("\\\\(", index)) {
      return between(text, index, "\\\\(", "\\\\)", false);
    } else if (text.startsWith("\\\\[", index)) {
      return between(text, index, "\\\\[", "\\\\]", true);
    } else if (text.startsWith("\\(", index)) {
      return between(text, index, "\\(", "\\)", false);
    } else if (text.startsWith("\\[", index)) {
      return between(text, index, "\\[", "\\]", true);
    }
    return Optional.empty();
  }

  private static Optional<Formula> dollars(String text, int index) {
    int start = index + 1;
    int close = unescaped(text, "$", start);
    if (close <= start || isBlank(text, start) || isBlank(text, close - 1)) {
      return Optional.empty();
    }
    boolean digitAfter = close + 1 < text.length() && Character.isDigit(text.charAt(close + 1));
    String tex = text.substring(start, close);
    return digitAfter || isMoney(tex)
        ? Optional.empty()
        : Optional.of(new Formula(tex, false, close + 1));
  }

  /** A number and then words, as in "$5 a day, in US$". */
  private static boolean isMoney(String tex) {
    if (!Character.isDigit(tex.charAt(0)) || tex.indexOf('\\') >= 0) {
      return false;
    }
    int letters = 0;
    for (int i = tex.indexOf(' '); i >= 0 && i < tex.length() && letters < 2; i++) {
      letters = Character.isLetter(tex.charAt(i)) ? letters + 1 : 0;
    }
    return letters == 2;
  }

  private static Optional<Formula> between(
      String text, int index, String open, String close, boolean display) {
    int start = index + open.length();
    int end = open.equals("$$") ? unescaped(text, close, start) : text.indexOf(close, start);
    if (end < 0 || text.substring(start, end).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new Formula(text.substring(start, end), display, end + close.length()));
  }

  private static Optional<Formula> environment(String text, int index) {
    int nameEnd = text.indexOf('}', index);
    if (nameEnd < 0) {
      return Optional.empty();
    }
    String begin = text.substring(index, nameEnd + 1);
    String end = "\\end{" + begin.substring("\\begin{".length());
    int depth = 1;
    int at = nameEnd + 1;
    while (depth > 0) {
      int close = text.indexOf(end, at);
      if (close < 0) {
        return Optional.empty();
      }
      int nested = text.indexOf(begin, at);
      boolean deeper = nested >= 0 && nested < close;
      depth += deeper ? 1 : -1;
      at = deeper ? nested + begin.length() : close + end.length();
    }
    return Optional.of(new Formula(text.substring(index, at), true, at));
  }

  /** Index of the delimiter without a backslash before it, or -1. */
  private static int unescaped(String text, String delimiter, int from) {
    int at = from;
    while (at < text.length()) {
      if (text.charAt(at) == '\\') {
        at += 2;
      } else if (text.startsWith(delimiter, at)) {
        return at;
      } else {
        at++;
      }
    }
    return -1;
  }

  private static boolean isBlank(String text, int index) {
    return Character.isWhitespace(text.charAt(index));
  }
}
