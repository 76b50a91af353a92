package dev.platen.export;

import java.util.regex.Pattern;

/** What a terminal would show of a text in the end, without colours. */
final class TerminalText {
  private static final Pattern SEQUENCES =
      Pattern.compile(
          "\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\^_])");

  private TerminalText() {}

  /** Leaves control sequences out, and carries out {@code \r} and {@code \b} within their line. */
  static String plain(String text) {
    String bare = text.indexOf('\u001b') < 0 ? text : SEQUENCES.matcher(text).replaceAll("");
    if (bare.indexOf('\r') < 0 && bare.indexOf('\b') < 0) {
      return bare;
    }
    StringBuilder shown = new StringBuilder(bare.length());
    int start = 0;
    while (start < bare.length()) {
      int newline = bare.indexOf('\n', start);
      int end = newline < 0 ? bare.length() : newline;
      line(bare.substring(start, end), shown);
      if (newline >= 0) {
        shown.append('\n');
      }
      start = end + 1;
    }
    return shown.toString();
  }

  private static void line(String line, StringBuilder shown) {
    int from = shown.length();
    int cursor = from;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '\r' -> cursor = from;
        case '\b' -> cursor = Math.max(from, cursor - 1);
        default -> {
          if (cursor < shown.length()) {
            shown.setCharAt(cursor, c);
          } else {
            shown.append(c);
          }
          cursor++;
        }
      }
    }
  }
}
