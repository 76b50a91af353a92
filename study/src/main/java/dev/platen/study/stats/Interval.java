package dev.platen.study.stats;

/**
 * The values between two ends, both of them included.
 *
 * @param high not below {@code low}
 */
public record Interval(double low, double high) {
  /** The confidence of every interval that nothing else is said of. */
  public static final double LEVEL = 0.95;

  /**
   * By number of values n, how many standard errors the interval of their mean reaches to either
   * side, by Student's t; 0 for n below 2.
   *
   * @param most the largest n
   */
  public static double[] reaches(int most) {
    double[] reaches = new double[most + 1];
    for (int n = 2; n <= most; n++) {
      reaches[n] = StudentT.interval(0, 1, n - 1).high();
    }
    return reaches;
  }

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
