package dev.platen.study.stats;

import java.util.Arrays;

/**
 * Mean and standard deviation of finite values, to the last digits: in two passes, so that a large
 * common part cancels nothing away, and scaled by a power of two, so that no square overflows.
 *
 * @param mean NaN when there are no values
 * @param sd of the sample, that is with n - 1; NaN below two values
 */
record Moments(int n, double mean, double sd) {
  static Moments of(double[] values) {
    int n = values.length;
    double min = Arrays.stream(values).min().orElse(Double.NaN);
    double max = Arrays.stream(values).max().orElse(Double.NaN);
    if (n == 0 || min == max) {
      // Sums of equal values would leave a rounding error as their spread.
      return new Moments(n, min, n < 2 ? Double.NaN : 0);
    }
    int exponent = Math.getExponent(Math.max(Math.abs(min), Math.abs(max))) + 1;
    double[] scaled = Arrays.stream(values).map(v -> Math.scalb(v, -exponent)).toArray();
    double rough = Arrays.stream(scaled).sum() / n;
    double mean = rough + Arrays.stream(scaled).map(v -> v - rough).sum() / n;
    double squares = Arrays.stream(scaled).map(v -> (v - mean) * (v - mean)).sum();
    double sd = Math.sqrt(squares / (n - 1));
    return new Moments(n, Math.scalb(mean, exponent), Math.scalb(sd, exponent));
  }

  /** The mean's standard error. */
  double error() {
    return sd / Math.sqrt(n);
  }

  /** By Student's t around the mean. */
  Interval interval() {
    return StudentT.interval(mean, error(), n - 1);
  }
}
