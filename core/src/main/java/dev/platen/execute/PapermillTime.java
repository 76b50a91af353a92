package dev.platen.execute;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as papermill writes them into a notebook's metadata, to the microsecond. */
public final class PapermillTime {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  private PapermillTime() {}

  /** Such as {@code 2026-11-24T10:15:30.123456+00:00}. */
  public static String text(Instant time) {
    return TIME.format(time);
  }

  /** Seconds, rounded to the nearest microsecond. */
  public static double seconds(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e6;
  }
}
