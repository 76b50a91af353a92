package dev.platen.report;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Durations {
  private Durations() {}

  public static Duration ofSeconds(double seconds) {
    return Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
  }

  /** Such as {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}, {@code 1 h 3 min}. */
  public static String words(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1) {
      return "< 1 ms";
    } else if (millis < 1000) {
      return millis + " ms";
    } else if (millis < 59_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = Math.round(millis / 1000.0);
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
