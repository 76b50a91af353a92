package dev.platen.study.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution, with degrees of freedom that needn't be whole. */
final class StudentT {
  private StudentT() {}

  /** The interval of {@link Interval#LEVEL} around an estimate. */
  static Interval interval(double estimate, double error, double freedom) {
    if (error == 0) {
      return new Interval(estimate, estimate);
    }
    double half = error * quantile((1 + Interval.LEVEL) / 2, freedom);
    return new Interval(estimate - half, estimate + half);
  }

  /** The probability of a t at least as far from 0, on either side. */
  static double twoSided(double t, double freedom) {
    return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
  }

  /** The library's root is good to 1e-9; a step of Newton's makes it good to the last digits. */
  private static double quantile(double probability, double freedom) {
    TDistribution distribution = TDistribution.of(freedom);
    double root = distribution.inverseSurvivalProbability(1 - probability);
    double excess = distribution.survivalProbability(root) - (1 - probability);
    return root + excess / distribution.density(root);
  }
}
