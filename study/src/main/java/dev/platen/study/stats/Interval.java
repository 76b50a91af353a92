package dev.platen.study.stats;

/**
 * The values between two ends, both of them included.
 *
 * @param high not below {@code low}
 */
public record Interval(double low, double high) {
  /** The confidence of every interval that nothing else is said of. */
  public static final double LEVEL = 0.95;

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  public double halfWidth() {
    return high / 2 - low / 2;
  }

  Interval negated() {
    return new Interval(-high, -low);
  }
}
