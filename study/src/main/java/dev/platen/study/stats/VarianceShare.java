package dev.platen.study.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of the differences between numbers goes along with a grouping of them: eta squared of a
 * one-way analysis of variance, that is the sum of squares between the groups over the whole.
 *
 * @param share from 0 (the groups' means are equal) to 1 (all numbers of a group are equal)
 * @param byChance what groups that mean nothing have on average: (levels - 1) / (n - 1)
 * @param levels how many groups there are, two at least
 * @param n how many numbers
 * @see <a href="https://en.wikipedia.org/wiki/Effect_size#Eta-squared_(%CE%B72)">Eta squared</a>
 */
public record VarianceShare(double share, double byChance, int levels, int n) {
  private record Sum(int n, double sum) {
    Sum plus(double value) {
      return new Sum(n + 1, sum + value);
    }
  }

  /**
   * The share of a grouping.
   *
   * @param levels by number the group that it is in
   * @param values as many; those that aren't finite are left out, with their levels
   * @return empty if there is one group only, or as many as numbers, or no difference to explain
   */
  public static Optional<VarianceShare> of(List<?> levels, double[] values) {
    if (levels.size() != values.length) {
      throw new IllegalArgumentException(levels.size() + " levels of " + values.length + " values");
    }
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    Moments all = Moments.of(finite);
    // Divided by it, no square overflows.
    double scale = Arrays.stream(finite).map(v -> Math.abs(v - all.mean())).max().orElse(0);
    Map<Object, Sum> sums = new HashMap<>();
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        double deviation = scale == 0 ? 0 : (values[i] - all.mean()) / scale;
        sums.merge(levels.get(i), new Sum(1, deviation), (sum, one) -> sum.plus(one.sum()));
        total += deviation * deviation;
      }
    }
    int n = finite.length;
    int count = sums.size();
    if (count < 2 || count >= n || !(total > 0)) {
      return Optional.empty();
    }
    double between = sums.values().stream().mapToDouble(s -> s.sum() * s.sum() / s.n()).sum();
    double share = Math.max(0, Math.min(1, between / total));
    return Optional.of(new VarianceShare(share, (count - 1.0) / (n - 1.0), count, n));
  }
}
