package dev.platen.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code 90}, {@code 90s}, {@code 500ms}, {@code 30m}, {@code 2h}, {@code 1d}; a bare number
 * is seconds.
 */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)?");

  @Override
  public Duration convert(String text) {
    Matcher match = FORM.matcher(text.strip());
    if (!match.matches()) {
      throw new TypeConversionException("'" + text + "' is no time such as 90s, 30m or 2h");
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
    return Duration.ofMillis(Math.round(Double.parseDouble(match.group(1)) * millis));
  }
}
