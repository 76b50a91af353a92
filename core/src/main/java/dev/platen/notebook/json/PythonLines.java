package dev.platen.notebook.json;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines as Python's {@code str.splitlines} cuts them, at more places than Java does: besides LF, CR
 * and CRLF also at VT, FF, FS, GS, RS, NEL and the two Unicode separators.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#str.splitlines">splitlines</a>
 */
final class PythonLines {
  private PythonLines() {}

  /** The offset after each line and its line end; none for the empty text. */
  static int[] ends(String text) {
    IntStream.Builder ends = IntStream.builder();
    int length = text.length();
    int last = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (isLineEnd(c)) {
        if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
          i++;
        }
        last = i + 1;
        ends.add(last);
      }
    }
    if (last < length) {
      ends.add(length);
    }
    return ends.build().toArray();
  }

  /** The text in one line, a blank for each line end but the last. */
  static String joinedByBlanks(String text) {
    int[] ends = ends(text);
    return Arrays.stream(ends)
        .mapToObj(end -> withoutLineEnd(text.substring(startOf(end, ends), end)))
        .collect(Collectors.joining(" "));
  }

  private static int startOf(int end, int[] ends) {
    int index = Arrays.binarySearch(ends, end);
    return index == 0 ? 0 : ends[index - 1];
  }

  private static String withoutLineEnd(String line) {
    int end = line.length();
    if (line.endsWith("\r\n")) {
      end -= 2;
    } else if (isLineEnd(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isLineEnd(char c) {
    return c < ' '
        ? (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e)
        : c == 0x85 || c == 0x2028 || c == 0x2029;
  }
}
