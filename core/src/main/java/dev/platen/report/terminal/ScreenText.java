package dev.platen.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Text whose cursor went up, as several progress bars one above the other make it, as it stands in
 * the end: text without such moves. Lines far above the last are out of the cursor's reach, as they
 * are on a terminal.
 */
final class ScreenText implements Screen {
  private static final Pattern UP = Pattern.compile("\u001b\\[[0-9]*[AF]");
  private static final Pattern CONTROL = Pattern.compile("[\u001b\r\b]");

  /** The lines of a tall terminal. */
  private static final int HEIGHT = 100;

  private final StringBuilder settled = new StringBuilder();
  private final Screen written;
  private final List<LineBuffer> lines = new ArrayList<>(List.of(new LineBuffer()));
  private int line;

  private ScreenText(Function<StringBuilder, Screen> writer) {
    this.written = writer.apply(settled);
  }

  /** The text, itself if nothing in it goes up. */
  static String settled(String text) {
    boolean moves = text.indexOf(TerminalParser.ESCAPE) >= 0 && UP.matcher(text).find();
    return moves ? shown(text, RenditionText::new) : text;
  }

  /** The text without any control sequence: what is read in the end, and no style. */
  static String plain(String text) {
    return CONTROL.matcher(text).find()
        ? shown(text, out -> (piece, from, to, style) -> out.append(piece, from, to))
        : text;
  }

  private static String shown(String text, Function<StringBuilder, Screen> writer) {
    ScreenText screen = new ScreenText(writer);
    new TerminalParser().show(text, 0, text.length(), screen);
    screen.settle(screen.lines.size(), text.endsWith("\n"));
    return screen.settled.toString();
  }

  @Override
  public void put(String text, int from, int to, TextStyle style) {
    int start = from;
    while (start < to) {
      int end = endOfLine(text, start, to);
      lines.get(line).put(text, start, end, style);
      if (end < to) {
        lineFeed();
      }
      start = end + 1;
    }
  }

  /** Looks no farther: the text may be as long again for each of its characters. */
  private static int endOfLine(String text, int from, int to) {
    int end = from;
    while (end < to && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  /** Programs write a line feed alone for a new line. */
  private void lineFeed() {
    line++;
    if (line == lines.size()) {
      lines.add(new LineBuffer());
    }
    lines.get(line).column(0);
    if (lines.size() > 2 * HEIGHT) {
      settle(HEIGHT, true);
    }
  }

  @Override
  public void move(int down, int right) {
    int column = lines.get(line).column();
    line = Math.max(0, line + down);
    while (line >= lines.size()) {
      lines.add(new LineBuffer());
    }
    lines.get(line).column(column);
    lines.get(line).move(0, right);
  }

  @Override
  public void column(int column) {
    lines.get(line).column(column);
  }

  @Override
  public void eraseLine(int mode) {
    lines.get(line).eraseLine(mode);
  }

  @Override
  public void eraseBelow(int mode) {
    if (mode == 0) {
      lines.get(line).eraseLine(0);
      lines.subList(line + 1, lines.size()).clear();
    }
  }

  /** The first lines can't change any more. */
  private void settle(int count, boolean newline) {
    int end = count;
    while (end == lines.size() && end > 1 && lines.get(end - 1).isEmpty()) {
      lines.remove(--end);
    }
    for (int i = 0; i < end; i++) {
      lines.get(i).replay(written);
      if (newline || i < end - 1) {
        settled.append('\n');
      }
    }
    lines.subList(0, end).clear();
    line = Math.max(0, line - end);
  }
}
