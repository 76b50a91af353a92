package dev.platen.parameter.read;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of time as people write them: {@code 90}, {@code 90s}, {@code 500ms}, {@code 1.5m}, {@code
 * 2h}, {@code 1d}; a bare number is seconds.
 */
public final class DurationText {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d+)?)(ms|s|m|h|d)?");

  private DurationText() {}

  /** The span that the whole text is, to the millisecond; empty if it is none. */
  public static Optional<Duration> read(String text) {
    Matcher match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    String unit = match.group(2) == null ? "s" : match.group(2);
    long millis =
        switch (unit) {
          case "ms" -> 1;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          case "d" -> 86_400_000;
          default -> 1000;
        };
    return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(match.group(1)) * millis)));
  }
}
