package dev.platen.report.terminal;

import dev.platen.report.html.HtmlWriter;

/**
 * Writes text with control sequences as HTML. Colours last from one part to the next, so a long
 * text may be written in parts that end with their lines.
 *
 * <p>Understood are SGR, OSC 8 links, carriage return, backspace and the erasing of a line; all
 * other sequences are left out.
 */
public final class TerminalWriter {
  private static final char ESCAPE = '\u001b';

  private final HtmlWriter html;
  private TextStyle style = TextStyle.PLAIN;

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
        spans.put("\n", 0, 1, style);
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
    boolean plain = style.equals(TextStyle.PLAIN);
    boolean overwrites = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      overwrites |= c == '\r' || c == '\b';
      plain &= c != ESCAPE;
    }
    if (overwrites) {
      LineBuffer buffer = new LineBuffer();
      show(text, from, end, buffer);
      buffer.replay(spans);
    } else if (plain) {
      spans.put(text, from, end, style);
    } else {
      show(text, from, end, spans);
    }
  }

  private void show(String text, int from, int to, Screen screen) {
    int start = from;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c != ESCAPE && c != '\r' && c != '\b') {
        i++;
        continue;
      }
      screen.put(text, start, i, style);
      if (c == '\r') {
        screen.carriageReturn();
        i++;
      } else if (c == '\b') {
        screen.backspace();
        i++;
      } else {
        i = sequence(text, i + 1, to, screen);
      }
      start = i;
    }
    screen.put(text, start, to, style);
  }

  /** Obeys the sequence whose escape lies before the index, and gives the index after it. */
  private int sequence(String text, int at, int to, Screen screen) {
    char introducer = at < to ? text.charAt(at) : 0;
    if (introducer == '[') {
      return controlSequence(text, at + 1, to, screen);
    }
    if (introducer == ']') {
      return command(text, at + 1, to);
    }
    int end = skip(text, at, to, ' ', '/');
    return Math.min(to, end + 1);
  }

  private int controlSequence(String text, int at, int to, Screen screen) {
    int parameters = skip(text, at, to, '0', '?');
    int end = skip(text, parameters, to, ' ', '/');
    if (end < to && end == parameters) {
      String values = text.substring(at, parameters);
      if (text.charAt(end) == 'm') {
        style = GraphicRendition.apply(values, style);
      } else if (text.charAt(end) == 'K') {
        screen.eraseLine(values.equals("1") ? 1 : values.equals("2") ? 2 : 0);
      }
    }
    return Math.min(to, end + 1);
  }

  /** An operating system command: {@code 8;parameters;address}, ended by BEL or ESC backslash. */
  private int command(String text, int at, int to) {
    int end = at;
    while (end < to && text.charAt(end) != '\u0007' && text.charAt(end) != ESCAPE) {
      end++;
    }
    int address = text.startsWith("8;", at) ? text.indexOf(';', at + 2) : -1;
    if (address >= 0 && address < end) {
      style = style.withLink(text.substring(address + 1, end));
    }
    boolean twoChars = end + 1 < to && text.charAt(end) == ESCAPE && text.charAt(end + 1) == '\\';
    return Math.min(to, end + (twoChars ? 2 : 1));
  }

  private static int skip(String text, int from, int to, char low, char high) {
    int i = from;
    while (i < to && text.charAt(i) >= low && text.charAt(i) <= high) {
      i++;
    }
    return i;
  }
}
