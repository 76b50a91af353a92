package dev.platen.report.terminal;

/**
 * Takes text with control sequences apart. Styles last from one text to the next.
 *
 * <p>Understood are SGR, OSC 8 links, carriage return, backspace, and of the cursor and erasing
 * what is relative to where it stands, as progress bars use it; all other sequences are left out.
 * Places on a whole screen mean nothing on a page.
 */
final class TerminalParser {
  static final char ESCAPE = '\u001b';

  /** Programs move by 999 to get to an edge. */
  private static final int FARTHEST = 1000;

  private TextStyle style = TextStyle.PLAIN;

  /** The style of what comes next. */
  TextStyle style() {
    return style;
  }

  /** Whether the sequence at the index moves the cursor within its line. */
  static boolean movesColumn(String text, int at, int to) {
    if (text.charAt(at) != ESCAPE || !text.startsWith("[", at + 1)) {
      return false;
    }
    int end = skip(text, at + 2, to, '0', '9');
    return end < to && "CDG".indexOf(text.charAt(end)) >= 0;
  }

  /** Shows the part of the text from the first index up to the second. */
  void show(String text, int from, int to, Screen screen) {
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
        screen.column(0);
        i++;
      } else if (c == '\b') {
        screen.move(0, -1);
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
    } else if (introducer == ']') {
      return command(text, at + 1, to);
    } else if ("PX^_".indexOf(introducer) >= 0) {
      return afterString(text, endOfString(text, at + 1, to), to);
    }
    int end = skip(text, at, to, ' ', '/');
    return Math.min(to, end + 1);
  }

  private int controlSequence(String text, int at, int to, Screen screen) {
    int parameters = skip(text, at, to, '0', '?');
    int end = skip(text, parameters, to, ' ', '/');
    if (end < to && end == parameters) {
      obey(text.charAt(end), text.substring(at, parameters), screen);
    }
    return Math.min(to, end + 1);
  }

  private void obey(char command, String values, Screen screen) {
    if (command == 'm') {
      style = GraphicRendition.apply(values, style);
      return;
    }
    if (!values.matches("[0-9]{0,9}")) {
      return;
    }
    int value = values.isEmpty() ? 0 : Math.min(FARTHEST, Integer.parseInt(values));
    int count = Math.max(1, value);
    switch (command) {
      case 'A' -> screen.move(-count, 0);
      case 'B' -> screen.move(count, 0);
      case 'C' -> screen.move(0, count);
      case 'D' -> screen.move(0, -count);
      case 'E' -> {
        screen.move(count, 0);
        screen.column(0);
      }
      case 'F' -> {
        screen.move(-count, 0);
        screen.column(0);
      }
      case 'G' -> screen.column(count - 1);
      case 'J' -> screen.eraseBelow(value);
      case 'K' -> screen.eraseLine(value);
      default -> {
        // Nothing that a page could do.
      }
    }
  }

  /** An operating system command: {@code 8;parameters;address}, ended by BEL or ESC backslash. */
  private int command(String text, int at, int to) {
    int end = endOfString(text, at, to);
    int address = text.startsWith("8;", at) ? text.indexOf(';', at + 2) : -1;
    if (address >= 0 && address < end) {
      style = style.withLink(text.substring(address + 1, end));
    }
    return afterString(text, end, to);
  }

  private static int endOfString(String text, int at, int to) {
    int end = at;
    while (end < to && text.charAt(end) != '\u0007' && text.charAt(end) != ESCAPE) {
      end++;
    }
    return end;
  }

  private static int afterString(String text, int end, int to) {
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
