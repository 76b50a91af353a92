package dev.platen.run;

import java.util.Locale;

/** Lengths of time as people say them. */
public final class Durations {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Durations() {}

  /** For example {@code 0.42 s}, {@code 12.3 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  public static String words(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.2f s", seconds);
    }
    if (seconds < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < HOUR
        ? whole / MINUTE + " min " + whole % MINUTE + " s"
        : whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
  }
}
