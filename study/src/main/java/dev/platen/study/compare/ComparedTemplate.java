package dev.platen.study.compare;

import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import dev.platen.study.ledger.TrialMark.GoalMark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The runs of one template.
 *
 * @param name the study's, as the newest run has it; of runs without a study the template's
 * @param current those that count, oldest first
 * @param superseded those that a newer run of the same trial replaces
 * @param goal as the newest run has it
 * @param ranking empty without a goal
 * @param numbers the names of numeric metrics, the goal's first
 * @param metrics those of all that the runs have, tables apart, the numbers first
 * @param means by group that of the main metric, NaN when there is none
 */
record ComparedTemplate(
    String name,
    String template,
    List<PastRun> current,
    List<PastRun> superseded,
    RunGroups groups,
    Optional<GoalMark> goal,
    Optional<Ranking> ranking,
    List<String> numbers,
    List<String> metrics,
    List<Double> means) {

  /**
   * Sorts runs out.
   *
   * @param runs of one template, oldest first
   */
  static ComparedTemplate of(
      String template, List<PastRun> runs, Predicate<PastRun> isSuperseded, PointCache points) {
    List<PastRun> current = runs.stream().filter(isSuperseded.negate()).toList();
    Optional<GoalMark> goal = newest(runs).flatMap(TrialMark::goal);
    String name = newest(runs).map(TrialMark::study).orElseGet(() -> bare(template));
    RunNames names = RunNames.of(current, points);
    RunGroups groups = RunGroups.of(current, names, points);
    Set<String> numbers = new LinkedHashSet<>();
    goal.ifPresent(g -> numbers.add(g.metric()));
    numbers.addAll(names.numbers());
    Set<String> metrics = new LinkedHashSet<>(numbers);
    metrics.addAll(names.metrics());
    List<Double> means =
        numbers.stream().findFirst().map(metric -> means(groups, metric, points)).orElse(List.of());
    return new ComparedTemplate(
        name,
        template,
        current,
        runs.stream().filter(isSuperseded).toList(),
        groups,
        goal,
        goal.map(g -> Ranking.of(g, groups.groups(), means)),
        List.copyOf(numbers),
        List.copyOf(metrics),
        means);
  }

  private static List<Double> means(RunGroups groups, String metric, PointCache points) {
    List<Double> means = new ArrayList<>();
    groups.groups().forEach(group -> means.add(points.mean(group, metric)));
    return means;
  }

  private static Optional<TrialMark> newest(List<PastRun> runs) {
    return runs.stream().flatMap(run -> run.trial().stream()).reduce((older, newer) -> newer);
  }

  /** The metric that groups are told by: the goal's, or else the first number. */
  Optional<String> mainMetric() {
    return numbers.stream().findFirst();
  }

  private static String bare(String template) {
    String file = template.substring(template.lastIndexOf('/') + 1);
    return file.endsWith(".ipynb") ? file.substring(0, file.length() - ".ipynb".length()) : file;
  }
}
