package dev.platen.study.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An interval of the mean that assumes no distribution: bias-corrected and accelerated (BCa), from
 * means of values drawn again with replacement. For a handful of values it is too narrow, as every
 * bootstrap; Student's t is not.
 *
 * <p>The draws are those of {@link Random}, whose algorithm Java's documentation fixes: the same
 * values, seed and resamples give the same interval everywhere.
 *
 * @param resamples how many means are drawn
 * @see <a href="https://doi.org/10.1080/01621459.1987.10478410">Efron 1987, Better bootstrap
 *     confidence intervals</a>
 */
public record Bootstrap(int resamples, long seed) {
  public static final Bootstrap STANDARD = new Bootstrap(10_000, 1);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public Bootstrap {
    if (resamples < 100) {
      throw new IllegalArgumentException("an interval of so few resamples says nothing");
    }
  }

  /** Of the finite values' mean, 95 %; empty below two of them. */
  public Optional<Interval> interval(double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    if (finite.length < 2) {
      return Optional.empty();
    }
    double mean = Moments.of(finite).mean();
    double[] means = means(finite);
    if (means[0] == means[resamples - 1]) {
      return Optional.of(new Interval(mean, mean));
    }
    double bias = bias(means, mean);
    double acceleration = acceleration(finite, mean);
    double tail = (1 - Interval.LEVEL) / 2;
    return Optional.of(
        new Interval(
            quantile(means, shifted(tail, bias, acceleration)),
            quantile(means, shifted(1 - tail, bias, acceleration))));
  }

  private double[] means(double[] values) {
    Random random = new Random(seed);
    double[] means = new double[resamples];
    double[] drawn = new double[values.length];
    for (int i = 0; i < resamples; i++) {
      Arrays.setAll(drawn, j -> values[random.nextInt(values.length)]);
      means[i] = Moments.of(drawn).mean();
    }
    Arrays.sort(means);
    return means;
  }

  /** How far the mean lies from the middle of the drawn ones, in standard deviations. */
  private static double bias(double[] means, double mean) {
    long below = Arrays.stream(means).filter(m -> m < mean).count();
    long equal = Arrays.stream(means).filter(m -> m == mean).count();
    // Kept off 0 and 1, where the normal quantile is infinite.
    double share = (below + equal / 2.0 + 0.5) / (means.length + 1.0);
    return NORMAL.inverseCumulativeProbability(share);
  }

  /** From the skewness of the means that leave one value out. */
  private static double acceleration(double[] values, double mean) {
    double cubes = 0;
    double squares = 0;
    double scale = Arrays.stream(values).map(v -> Math.abs(v - mean)).max().orElse(0);
    for (double value : values) {
      // The mean without a value lies on the other side, n - 1 times as near; that factor cancels.
      double distance = (value - mean) / scale;
      cubes += distance * distance * distance;
      squares += distance * distance;
    }
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double shifted(double probability, double bias, double acceleration) {
    double z = bias + NORMAL.inverseCumulativeProbability(probability);
    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  /** Between the two nearest, as R's default (type 7). */
  private static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    double part = position - below;
    return sorted[below] * (1 - part) + sorted[above] * part;
  }
}
