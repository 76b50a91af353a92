package dev.platen.study.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which points are losing and need no further seeds. What counts are the seeds that every
 * point has finished. The leader is the point with the best mean over them; where runs failed,
 * among the points with the most values, over the seeds that these share. Every other point is
 * tested against the leader, seed by seed, with Wilcoxon's signed-rank test, one-sided and exact.
 *
 * <p>Each p is multiplied by the number of tests (Bonferroni): whichever point chance makes the
 * leader, the one that is truly best is dropped at a look with a probability of {@code alpha} at
 * most. The looks after each seed are not corrected for; decision 019 has the measured risk.
 *
 * @param alpha the chance per look that the best point is dropped, at most
 */
public record Race(double alpha) {
  public static final Race STANDARD = new Race(0.05);

  public Race {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha " + alpha);
    }
  }

  /**
   * The seeds below which nothing can be dropped: the smallest number at which a point that loses
   * on every seed is told.
   *
   * @param points how many are racing
   */
  public int leastSeeds(int points) {
    int seeds = 1;
    while (Math.scalb(1.0, -seeds) > alpha / Math.max(1, points - 1)) {
      seeds++;
    }
    return seeds;
  }

  /**
   * Looks at the points that are still racing.
   *
   * @param values each point's metric by seed, of the runs that have ended; NaN for one that failed
   * @param least whether less of it is better
   * @return one decision for each point but the leader that has a value to compare, the surest
   *     loser first
   */
  public List<Decision> decide(Map<String, Map<String, Double>> values, boolean least) {
    Map<String, Map<String, Double>> finished = finished(values);
    return leader(finished, least).map(name -> decide(finished, name, least)).orElse(List.of());
  }

  private List<Decision> decide(
      Map<String, Map<String, Double>> values, String leader, boolean least) {
    Map<String, Double> best = values.getOrDefault(leader, Map.of());
    Map<String, double[]> losses = new LinkedHashMap<>();
    values.forEach((point, bySeed) -> losses.put(point, losses(bySeed, best, least)));
    losses.remove(leader);
    losses.values().removeIf(pairs -> pairs.length == 0);
    List<Decision> decisions = new ArrayList<>();
    losses.forEach(
        (point, pairs) -> {
          SignedRank test = SignedRank.of(pairs);
          double behind = Moments.of(pairs).mean();
          double adjusted = Math.min(1, test.greater() * losses.size());
          decisions.add(
              new Decision(
                  point, leader, pairs.length, behind, test.w(), test.greater(), adjusted, alpha));
        });
    decisions.sort(Comparator.comparingDouble(Decision::p));
    return decisions;
  }

  /** By how much the point is worse than the leader, seed by seed. */
  private static double[] losses(
      Map<String, Double> point, Map<String, Double> leader, boolean least) {
    return point.entrySet().stream()
        .filter(e -> leader.containsKey(e.getKey()))
        .mapToDouble(e -> e.getValue() - leader.getOrDefault(e.getKey(), Double.NaN))
        .map(difference -> least ? difference : -difference)
        .toArray();
  }

  private static Optional<String> leader(Map<String, Map<String, Double>> values, boolean least) {
    int most = values.values().stream().mapToInt(Map::size).max().orElse(0);
    if (most == 0) {
      return Optional.empty();
    }
    Map<String, Map<String, Double>> complete = new LinkedHashMap<>(values);
    complete.values().removeIf(bySeed -> bySeed.size() < most);
    Set<String> shared = new HashSet<>(complete.values().iterator().next().keySet());
    complete.values().forEach(bySeed -> shared.retainAll(bySeed.keySet()));
    Comparator<String> byMean =
        Comparator.comparingDouble(point -> mean(complete.getOrDefault(point, Map.of()), shared));
    return complete.keySet().stream().min(least ? byMean : byMean.reversed());
  }

  /** Over the seeds that all have, or over its own when there are none such. */
  private static double mean(Map<String, Double> bySeed, Set<String> shared) {
    return Moments.of(
            bySeed.entrySet().stream()
                .filter(e -> shared.isEmpty() || shared.contains(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .toArray())
        .mean();
  }

  /** The finite values at the seeds that every point has finished. */
  private static Map<String, Map<String, Double>> finished(
      Map<String, Map<String, Double>> values) {
    Set<String> seeds = new HashSet<>();
    values.values().stream().findFirst().ifPresent(bySeed -> seeds.addAll(bySeed.keySet()));
    values.values().forEach(bySeed -> seeds.retainAll(bySeed.keySet()));
    Map<String, Map<String, Double>> finished = new LinkedHashMap<>();
    values.forEach(
        (point, bySeed) -> {
          Map<String, Double> kept = new LinkedHashMap<>(bySeed);
          kept.keySet().retainAll(seeds);
          kept.values().removeIf(value -> !Double.isFinite(value));
          finished.put(point, kept);
        });
    return finished;
  }
}
