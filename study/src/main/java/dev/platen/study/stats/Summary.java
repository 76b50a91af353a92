package dev.platen.study.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the repeats of one point say together.
 *
 * @param n how many finite values there are; all else is of these
 * @param notFinite how many are NaN or infinite
 * @param mean NaN when there are no values, as are median, min and max
 * @param sd of the sample, that is with n - 1; NaN below two values
 * @param interval of the mean, 95 %, by Student's t; empty below two values
 */
public record Summary(
    int n,
    int notFinite,
    double mean,
    double sd,
    double median,
    double min,
    double max,
    Optional<Interval> interval) {

  public static Summary of(double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    Moments moments = Moments.of(finite);
    int n = finite.length;
    return new Summary(
        n,
        values.length - n,
        moments.mean(),
        moments.sd(),
        median(finite),
        n == 0 ? Double.NaN : finite[0],
        n == 0 ? Double.NaN : finite[n - 1],
        n < 2 ? Optional.empty() : Optional.of(moments.interval()));
  }

  /** The mean of the finite values alone; NaN when there are none. */
  public static double mean(double... values) {
    return Moments.of(Arrays.stream(values).filter(Double::isFinite).sorted().toArray()).mean();
  }

  /** The same with an interval that was found in another way. */
  public Summary withInterval(Optional<Interval> other) {
    return new Summary(n, notFinite, mean, sd, median, min, max, other);
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    double low = sorted[(n - 1) / 2];
    double high = sorted[n / 2];
    double sum = low + high;
    return low == high ? low : Double.isFinite(sum) ? sum / 2 : low / 2 + high / 2;
  }
}
