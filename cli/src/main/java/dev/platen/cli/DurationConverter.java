package dev.platen.cli;

import dev.platen.parameter.read.DurationText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time by the rules of {@link DurationText}. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return DurationText.read(text)
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is no time such as 90s, 30m or 2h"));
  }
}
