package dev.platen.study.compare;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.ledger.PastRun;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was worked out of runs and points the last time: each run's names and its parameters without
 * the seeds, of those that are equal one object; each point's label and mean.
 */
final class PointCache {
  private record Label(List<String> varied, ShownNumbers numbers, String text) {}

  private record Mean(String metric, List<PastRun> runs, double value) {}

  private final RunCache<RunNames> names = new RunCache<>();
  private final RunCache<Parameters> points = new RunCache<>();
  private final Map<RunNames, RunNames> oneNames = new HashMap<>();
  private final Map<Parameters, Parameters> onePoint = new HashMap<>();

  private final IdentityHashMap<Parameters, Label> labels = new IdentityHashMap<>();
  private final IdentityHashMap<Parameters, Mean> means = new IdentityHashMap<>();

  /** Begins to sort all runs out anew. */
  void begin() {
    names.begin(List.of());
    points.begin(List.of());
  }

  RunNames names(PastRun run) {
    return names.of(run, false, r -> oneNames.computeIfAbsent(RunNames.of(r), own -> own));
  }

  Parameters point(PastRun run, List<String> seeds) {
    return points.of(run, seeds, r -> without(r, seeds));
  }

  /** What the point is called, worked out once. */
  String label(Parameters point, List<String> varied, ShownNumbers numbers) {
    Label known = labels.get(point);
    if (known == null || !known.varied().equals(varied) || !known.numbers().equals(numbers)) {
      known = new Label(varied, numbers, Points.label(point, varied, numbers));
      labels.put(point, known);
    }
    return known.text();
  }

  /** A numeric metric's mean, worked out anew when a run came to the group. */
  double mean(RunGroup group, String metric) {
    Mean known = means.get(group.parameters());
    if (known == null || !known.metric().equals(metric) || !isOf(group.runs(), known.runs())) {
      known = new Mean(metric, group.runs(), group.mean(metric));
      means.put(group.parameters(), known);
    }
    return known.value();
  }

  /** Runs are told by identity, as they are everywhere in what is known of them. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOf(List<PastRun> runs, List<PastRun> others) {
    if (runs.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  private Parameters without(PastRun run, List<String> seeds) {
    Map<String, ParameterValue> values = new LinkedHashMap<>(run.parameters().values());
    values.keySet().removeAll(seeds);
    return onePoint.computeIfAbsent(new Parameters(values), point -> point);
  }
}
