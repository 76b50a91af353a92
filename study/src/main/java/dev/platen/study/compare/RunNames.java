package dev.platen.study.compare;

import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.study.ledger.PastRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that one run or many have, in the order in which they were first seen.
 *
 * @param parameters of all effective ones
 * @param numbers of metrics that are a number in some run
 * @param metrics of all metrics but tables, the numbers among them
 */
record RunNames(List<String> parameters, List<String> numbers, List<String> metrics) {
  RunNames {
    parameters = List.copyOf(parameters);
    numbers = List.copyOf(numbers);
    metrics = List.copyOf(metrics);
  }

  static RunNames of(PastRun run) {
    List<String> numbers = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    for (Metric metric : run.metrics().values()) {
      if (metric.value() instanceof MetricValue.Numeric) {
        numbers.add(metric.name());
      }
      if (!(metric.value() instanceof MetricValue.Table)) {
        metrics.add(metric.name());
      }
    }
    return new RunNames(List.copyOf(run.parameters().values().keySet()), numbers, metrics);
  }

  /** All names of some runs. */
  @SuppressWarnings("ReferenceEquality") // a short cut only
  static RunNames of(List<PastRun> runs, PointCache known) {
    Set<String> parameters = new LinkedHashSet<>();
    Set<String> numbers = new LinkedHashSet<>();
    Set<String> metrics = new LinkedHashSet<>();
    RunNames before = null;
    for (PastRun run : runs) {
      RunNames names = known.names(run);
      // Equal ones are one object, and nearly always those of the run before.
      if (names != before) {
        parameters.addAll(names.parameters);
        numbers.addAll(names.numbers);
        metrics.addAll(names.metrics);
        before = names;
      }
    }
    return new RunNames(List.copyOf(parameters), List.copyOf(numbers), List.copyOf(metrics));
  }
}
