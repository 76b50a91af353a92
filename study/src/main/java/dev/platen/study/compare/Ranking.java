package dev.platen.study.compare;

import dev.platen.study.ledger.TrialMark.GoalMark;
import dev.platen.study.stats.PairedComparison;
import dev.platen.study.stats.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which point is best by the goal: the one with the best mean; but where the first two share seeds
 * and one of them lacks some, the one that is better on those they share, since to have failed on
 * the hard seeds is no merit. Points of which no run succeeded with a finite value aren't ranked.
 *
 * @param ranked the best first
 * @param comparison of the first two, the first's numbers less the second's; empty when there is no
 *     second
 */
record Ranking(GoalMark goal, List<RunGroup> ranked, Optional<PairedComparison> comparison) {
  private static final int LONG_LABEL = 64;

  /**
   * Ranks points.
   *
   * @param means by group that of the goal's metric
   */
  static Ranking of(GoalMark goal, List<RunGroup> groups, List<Double> means) {
    record Mean(RunGroup group, double value) {}
    Comparator<Mean> byValue = Comparator.comparingDouble(Mean::value);
    List<RunGroup> ranked =
        IntStream.range(0, groups.size())
            .mapToObj(i -> new Mean(groups.get(i), means.get(i)))
            .filter(mean -> Double.isFinite(mean.value()))
            .sorted(goal.least() ? byValue : byValue.reversed())
            .map(Mean::group)
            .toList();
    if (ranked.size() < 2) {
      return new Ranking(goal, ranked, Optional.empty());
    }
    PairedComparison comparison = compare(ranked.get(0), ranked.get(1), goal.metric());
    boolean secondIsBetter =
        goal.least() ? comparison.difference() > 0 : comparison.difference() < 0;
    if (!secondIsBetter) {
      return new Ranking(goal, ranked, Optional.of(comparison));
    }
    List<RunGroup> swapped = new ArrayList<>(ranked);
    Collections.swap(swapped, 0, 1);
    return new Ranking(goal, swapped, Optional.of(comparison.reversed()));
  }

  /** Whether the first's mean is not the best, but its seeds say otherwise. */
  boolean isSwapped() {
    if (ranked.size() < 2) {
      return false;
    }
    double first = ranked.get(0).mean(goal.metric());
    double second = ranked.get(1).mean(goal.metric());
    return goal.least() ? first > second : first < second;
  }

  Optional<RunGroup> best() {
    return ranked.stream().findFirst();
  }

  private static PairedComparison compare(RunGroup best, RunGroup next, String metric) {
    return best.seeds().isEmpty()
        ? PairedComparison.unpaired(boxed(best.values(metric)), boxed(next.values(metric)))
        : PairedComparison.of(best.bySeed(metric), next.bySeed(metric));
  }

  /** In words, as {@link Verdict} says it; empty when there is no other. */
  Optional<String> words() {
    return comparison.map(c -> words(c, ranked.get(0).label(), ranked.get(1).label()));
  }

  /**
   * The same for a reader who sees the points' table: ten parameters twice would hide the verdict.
   */
  Optional<String> shortWords() {
    boolean isLong = ranked.stream().limit(2).anyMatch(g -> g.label().length() > LONG_LABEL);
    return isLong ? comparison.map(c -> words(c, "the best point", "the next best")) : words();
  }

  private String words(PairedComparison c, String first, String second) {
    return new Verdict(c, first, second, goal.metric(), goal.least()).words();
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
