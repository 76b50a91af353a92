package dev.platen.study.stats;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Whether one group of repeats differs from another in a metric. With two seeds or more in common
 * the repeats are compared seed by seed; otherwise as two groups that have nothing to do with each
 * other, by Welch's test. Values that are NaN or infinite are left out.
 *
 * @param pairing how they were compared
 * @param first how many values of the first group went in, and {@code second} of the other
 * @param difference the first's mean less the second's, over what was compared; NaN if a side has
 *     no values
 * @param interval of the difference, 95 %, by Student's t; empty when there is too little for one
 * @param p that a difference so large is chance, by the t test, both sides; empty as the interval
 *     is, or when it has no width
 * @param wilcoxon the same by the signed-rank test; only when paired
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch 1947, The generalization of
 *     'Student's' problem</a>
 */
public record PairedComparison(
    Pairing pairing,
    int first,
    int second,
    double difference,
    Optional<Interval> interval,
    OptionalDouble p,
    OptionalDouble wilcoxon) {

  /** How two groups were compared. */
  public enum Pairing {
    /** Seed by seed. */
    SEEDS,
    /** As groups of their own. */
    GROUPS,
    /** Not at all: a group has one repeat or none. */
    TOO_FEW
  }

  /** Whether the interval leaves no doubt which group's mean is larger. */
  public boolean isClear() {
    return interval.isPresent() && !interval.get().contains(0);
  }

  /** The same, seen from the second group. */
  public PairedComparison reversed() {
    return new PairedComparison(
        pairing, second, first, -difference, interval.map(Interval::negated), p, wilcoxon);
  }

  /**
   * Compares groups whose repeats have seeds.
   *
   * @param first a metric by seed; equal keys are equal seeds
   */
  public static PairedComparison of(Map<String, Double> first, Map<String, Double> second) {
    double[] differences =
        new TreeMap<>(first)
            .entrySet().stream()
                .mapToDouble(e -> e.getValue() - second.getOrDefault(e.getKey(), Double.NaN))
                .filter(Double::isFinite)
                .toArray();
    return differences.length < 2 ? unpaired(first.values(), second.values()) : paired(differences);
  }

  /** Compares groups whose repeats can't be paired. */
  public static PairedComparison unpaired(Collection<Double> first, Collection<Double> second) {
    Moments a = moments(first);
    Moments b = moments(second);
    double difference = a.mean() - b.mean();
    if (a.n() < 2 || b.n() < 2) {
      return new PairedComparison(
          Pairing.TOO_FEW,
          a.n(),
          b.n(),
          difference,
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
    double error = Math.hypot(a.error(), b.error());
    // Shares of the whole, so that nothing is squared that could vanish.
    double shareA = Math.pow(a.error() / error, 4) / (a.n() - 1);
    double shareB = Math.pow(b.error() / error, 4) / (b.n() - 1);
    double freedom = error == 0 ? 1 : 1 / (shareA + shareB);
    return new PairedComparison(
        Pairing.GROUPS,
        a.n(),
        b.n(),
        difference,
        Optional.of(StudentT.interval(difference, error, freedom)),
        p(difference, error, freedom),
        OptionalDouble.empty());
  }

  private static PairedComparison paired(double[] differences) {
    Moments moments = Moments.of(differences);
    int n = moments.n();
    return new PairedComparison(
        Pairing.SEEDS,
        n,
        n,
        moments.mean(),
        Optional.of(moments.interval()),
        p(moments.mean(), moments.error(), n - 1),
        OptionalDouble.of(SignedRank.of(differences).twoSided()));
  }

  private static OptionalDouble p(double difference, double error, double freedom) {
    return error == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(StudentT.twoSided(difference / error, freedom));
  }

  private static Moments moments(Collection<Double> values) {
    return Moments.of(
        values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray());
  }
}
