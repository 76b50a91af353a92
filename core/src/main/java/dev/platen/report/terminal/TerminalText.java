package dev.platen.report.terminal;

/** What is to be read of text that a program wrote for a terminal. */
public final class TerminalText {
  /** Of a flood, its beginning and its end are read; no reader wants its middle. */
  private static final int MOST_READ = 100_000;

  private TerminalText() {}

  /** As it stands in the end, without colours; lines that overwrote each other count once. */
  public static String plain(String source) {
    int length = source.length();
    return length <= 2 * MOST_READ
        ? ScreenText.plain(source)
        : ScreenText.plain(
            source.substring(0, MOST_READ) + "\n…\n" + source.substring(length - MOST_READ));
  }
}
