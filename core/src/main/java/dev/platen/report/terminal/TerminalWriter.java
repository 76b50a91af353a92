package dev.platen.report.terminal;

import dev.platen.report.html.HtmlWriter;

/**
 * Writes text with control sequences as HTML. Colours last from one part to the next, so a long
 * text may be written in parts that end with their lines.
 *
 * <p>Here lines stand by themselves; moves to other lines are {@link ScreenText}'s.
 */
public final class TerminalWriter {
  private final HtmlWriter html;
  private final TerminalParser parser = new TerminalParser();

  public TerminalWriter(HtmlWriter html) {
    this.html = html;
  }

  public void write(String text) {
    write(text, 0, text.length());
  }

  /** Writes the part of the text from the first index up to the second. */
  public void write(String text, int from, int to) {
    StyledSpans spans = new StyledSpans(html);
    int start = from;
    while (start < to) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 || newline >= to ? to : newline;
      line(text, start, end, spans);
      if (end < to) {
        spans.put("\n", 0, 1, parser.style());
      }
      start = end + 1;
    }
    spans.finish();
  }

  private void line(String text, int from, int to, StyledSpans spans) {
    int end = to;
    while (end > from && text.charAt(end - 1) == '\r') {
      end--;
    }
    boolean plain = parser.style().equals(TextStyle.PLAIN);
    boolean overwrites = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      // All that matters here are control characters, and nearly all of a long text aren't.
      if (c <= TerminalParser.ESCAPE) {
        overwrites |= c == '\r' || c == '\b' || TerminalParser.movesColumn(text, i, end);
        plain &= c != TerminalParser.ESCAPE;
      }
    }
    if (overwrites) {
      LineBuffer buffer = new LineBuffer();
      parser.show(text, from, end, buffer);
      buffer.replay(spans);
    } else if (plain) {
      spans.put(text, from, end, parser.style());
    } else {
      parser.show(text, from, end, spans);
    }
  }
}
