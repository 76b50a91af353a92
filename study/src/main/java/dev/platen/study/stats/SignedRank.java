package dev.platen.study.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilcoxon's signed-rank test of paired differences. Zeros are left out, ties share their mean
 * rank. The probabilities are exact, those of tied ranks too; beyond {@value #EXACT_UP_TO}
 * differences they are the normal approximation with corrections for ties and continuity.
 *
 * @param pairs how many differences are not zero
 * @param w the sum of the ranks of positive differences; R calls it V
 * @param greater the probability of a sum at least as large, were both groups alike
 * @param less of a sum at most as large
 * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon 1945, Individual comparisons by ranking
 *     methods</a>
 */
public record SignedRank(int pairs, double w, double greater, double less) {
  static final int EXACT_UP_TO = 200;

  /** NaN among the differences is not allowed. */
  public static SignedRank of(double... differences) {
    double[] sorted =
        Arrays.stream(differences)
            .filter(d -> d != 0)
            .boxed()
            .sorted((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
            .mapToDouble(Double::doubleValue)
            .toArray();
    int[] ranks = doubledRanks(sorted);
    int sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += sorted[i] > 0 ? ranks[i] : 0;
    }
    return sorted.length <= EXACT_UP_TO ? exact(ranks, sum) : approximate(ranks, sum);
  }

  /** The probability of a sum as far from the middle, on either side. */
  public double twoSided() {
    return Math.min(1, 2 * Math.min(greater, less));
  }

  /** Twice the ranks, so that those of ties are whole numbers. */
  private static int[] doubledRanks(double[] sorted) {
    int[] ranks = new int[sorted.length];
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && Math.abs(sorted[to]) == Math.abs(sorted[from])) {
        to++;
      }
      Arrays.fill(ranks, from, to, from + 1 + to);
      from = to;
    }
    return ranks;
  }

  /** Each rank's sign is as likely plus as minus: one convolution a rank. */
  private static SignedRank exact(int[] ranks, int sum) {
    int total = Arrays.stream(ranks).sum();
    double[] chance = new double[total + 1];
    chance[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int s = reached; s >= 0; s--) {
        chance[s] = (chance[s] + (s >= rank ? chance[s - rank] : 0)) / 2;
      }
    }
    double greater = Arrays.stream(chance, sum, total + 1).sum();
    double less = Arrays.stream(chance, 0, sum + 1).sum();
    return new SignedRank(ranks.length, sum / 2.0, Math.min(1, greater), Math.min(1, less));
  }

  private static SignedRank approximate(int[] ranks, int sum) {
    double middle = Arrays.stream(ranks).asLongStream().sum() / 4.0;
    double variance = Arrays.stream(ranks).mapToDouble(r -> (double) r * r).sum() / 16;
    double sd = Math.sqrt(variance);
    double w = sum / 2.0;
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double greater = normal.survivalProbability((w - middle - 0.5) / sd);
    double less = normal.cumulativeProbability((w - middle + 0.5) / sd);
    return new SignedRank(ranks.length, w, greater, less);
  }
}
