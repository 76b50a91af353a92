package dev.platen.metric;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metrics that were printed, each on a line of its own: {@code key: value}, {@code key: value (step
 * 3)} as Guild AI has it, {@code key=value} as Katib.
 *
 * <p>So that prose and progress bars don't count, the key is one word of letters, digits and {@code
 * _ - . / @} that begins with a letter or {@code _}; a colon is followed by a blank; and the value,
 * up to the line's end, is a number, {@code nan}, {@code inf}, {@code true} or {@code false}. A
 * line that was overwritten (with a carriage return or backspaces) isn't read.
 */
final class PrintedLines {
  private static final int LONGEST_LINE = 200;

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*([\\p{L}_](?:[\\p{L}\\p{N}_./@-]*[\\p{L}\\p{N}_])?)"
              + "(?::\\s+|\\s*=\\s*)"
              + "(\\S.*?)(?:\\s+\\(step [0-9]+\\))?\\s*");

  private PrintedLines() {}

  /** Gives every metric in the order in which it was printed. */
  static void read(String printed, BiConsumer<String, MetricValue> metrics) {
    int start = 0;
    while (start < printed.length()) {
      int newline = printed.indexOf('\n', start);
      int end = newline < 0 ? printed.length() : newline;
      int last = end > start && printed.charAt(end - 1) == '\r' ? end - 1 : end;
      if (last - start <= LONGEST_LINE) {
        readLine(printed.substring(start, last), metrics);
      }
      start = end + 1;
    }
  }

  private static void readLine(String line, BiConsumer<String, MetricValue> metrics) {
    if (line.indexOf(':') < 0 && line.indexOf('=') < 0) {
      return;
    }
    String text = COLOURS.matcher(line).replaceAll("");
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
      return;
    }
    Matcher matcher = LINE.matcher(text);
    if (matcher.matches()) {
      Optional<MetricValue> value = ShownValue.scalar(matcher.group(2));
      value.ifPresent(v -> metrics.accept(matcher.group(1), v));
    }
  }
}
