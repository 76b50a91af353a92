package dev.platen.report.terminal;

import dev.platen.report.html.HtmlWriter;
import java.util.Locale;

/**
 * Text as a terminal would show it, all of it in the page; of what is long, the middle is folded
 * away.
 */
public final class LongText {
  private static final int MAX_LINES = 200;
  private static final int MAX_CHARS = 20_000;
  private static final int HEAD_LINES = 40;
  private static final int HEAD_CHARS = 8_000;
  private static final int TAIL_LINES = 20;
  private static final int TAIL_CHARS = 4_000;

  private LongText() {}

  /** Writes one preformatted block of the class, or three when the text is long. */
  public static void write(String source, String cssClass, HtmlWriter html) {
    String text = ScreenText.settled(source);
    TerminalWriter terminal = new TerminalWriter(html);
    int end = withoutLastNewline(text);
    int lines = lines(text, 0, end);
    if (lines <= MAX_LINES && end <= MAX_CHARS) {
      block(text, 0, end, cssClass, terminal, html);
      return;
    }
    int head = headEnd(text, end);
    int tail = Math.max(head, tailStart(text, end));
    if (head > 0) {
      block(text, 0, head - 1, cssClass, terminal, html);
    }
    if (head < tail) {
      int middleEnd = tail < end ? tail - 1 : end;
      html.open("details", "more").open("summary");
      html.element("span", "on-screen", "Show ");
      html.text(describe(text, head, middleEnd, head > 0)).close();
      block(text, head, middleEnd, cssClass, terminal, html);
      html.close();
    }
    if (tail < end) {
      block(text, tail, end, cssClass, terminal, html);
    }
  }

  private static void block(
      String text, int from, int to, String cssClass, TerminalWriter terminal, HtmlWriter html) {
    // A browser drops a line break right after the start tag.
    html.open("pre", cssClass).text("\n");
    terminal.write(text, from, to);
    html.close();
  }

  private static String describe(String text, int from, int to, boolean more) {
    int lines = lines(text, from, to);
    String size =
        to - from < 1_000_000
            ? String.format(Locale.ROOT, "%,d kB", Math.max(1, (to - from) / 1000))
            : String.format(Locale.ROOT, "%.1f MB", (to - from) / 1e6);
    String what = lines == 1 ? "line" : "lines";
    return String.format(Locale.ROOT, "%,d %s%s (%s)", lines, more ? "more " : "", what, size);
  }

  /** Index after the last line that is still shown at the start; 0 if the first is too long. */
  private static int headEnd(String text, int end) {
    int at = 0;
    for (int line = 0; line < HEAD_LINES; line++) {
      int newline = text.indexOf('\n', at);
      if (newline < 0 || newline >= Math.min(end, HEAD_CHARS)) {
        break;
      }
      at = newline + 1;
    }
    return at;
  }

  /** Index of the first line that is shown at the end. */
  private static int tailStart(String text, int end) {
    int at = end;
    for (int line = 0; line < TAIL_LINES; line++) {
      int newline = text.lastIndexOf('\n', at - 2);
      if (newline < 0 || newline + 1 < end - TAIL_CHARS) {
        break;
      }
      at = newline + 1;
    }
    return at;
  }

  private static int withoutLastNewline(String text) {
    return text.endsWith("\n") ? text.length() - 1 : text.length();
  }

  private static int lines(String text, int from, int to) {
    int lines = 1;
    for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
      lines++;
    }
    return lines;
  }
}
