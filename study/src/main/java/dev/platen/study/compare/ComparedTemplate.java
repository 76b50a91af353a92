package dev.platen.study.compare;

import dev.platen.metric.MetricValue;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import dev.platen.study.ledger.TrialMark.GoalMark;
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
 * @param numbers the names of numeric metrics, the goal's first
 */
record ComparedTemplate(
    String name,
    String template,
    List<PastRun> current,
    List<PastRun> superseded,
    RunGroups groups,
    Optional<GoalMark> goal,
    List<String> numbers) {

  /**
   * Sorts runs out.
   *
   * @param runs of one template, oldest first
   */
  static ComparedTemplate of(String template, List<PastRun> runs, Predicate<PastRun> isSuperseded) {
    List<PastRun> current = runs.stream().filter(isSuperseded.negate()).toList();
    Optional<GoalMark> goal = newest(runs).flatMap(TrialMark::goal);
    String name = newest(runs).map(TrialMark::study).orElseGet(() -> bare(template));
    return new ComparedTemplate(
        name,
        template,
        current,
        runs.stream().filter(isSuperseded).toList(),
        RunGroups.of(current),
        goal,
        numbers(current, goal));
  }

  private static Optional<TrialMark> newest(List<PastRun> runs) {
    return runs.stream().flatMap(run -> run.trial().stream()).reduce((older, newer) -> newer);
  }

  /** The metric that groups are told by: the goal's, or else the first number. */
  Optional<String> mainMetric() {
    return numbers.stream().findFirst();
  }

  /** All metrics that the runs have, tables apart, the numbers first. */
  List<String> metrics() {
    Set<String> names = new LinkedHashSet<>(numbers);
    current.forEach(
        run ->
            run.metrics()
                .forEach(
                    (name, metric) -> {
                      if (!(metric.value() instanceof MetricValue.Table)) {
                        names.add(name);
                      }
                    }));
    return List.copyOf(names);
  }

  private static List<String> numbers(List<PastRun> runs, Optional<GoalMark> goal) {
    Set<String> names = new LinkedHashSet<>();
    goal.ifPresent(g -> names.add(g.metric()));
    runs.forEach(
        run ->
            run.metrics()
                .forEach(
                    (name, metric) -> {
                      if (metric.value() instanceof MetricValue.Numeric) {
                        names.add(name);
                      }
                    }));
    return List.copyOf(names);
  }

  private static String bare(String template) {
    String file = template.substring(template.lastIndexOf('/') + 1);
    return file.endsWith(".ipynb") ? file.substring(0, file.length() - ".ipynb".length()) : file;
  }
}
