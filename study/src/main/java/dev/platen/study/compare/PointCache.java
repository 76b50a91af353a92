package dev.platen.study.compare;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.ledger.PastRun;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each run's parameters without the seeds: of those that are equal, one object. */
final class PointCache {
  private record Label(List<String> varied, ShownNumbers numbers, String text) {}

  private final RunCache<Parameters> points = new RunCache<>();
  private final Map<Parameters, Parameters> one = new HashMap<>();

  private final IdentityHashMap<Parameters, Label> labels = new IdentityHashMap<>();

  /** Begins to sort all runs out anew. */
  void begin() {
    points.begin(List.of());
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

  private Parameters without(PastRun run, List<String> seeds) {
    Map<String, ParameterValue> values = new LinkedHashMap<>(run.parameters().values());
    values.keySet().removeAll(seeds);
    return one.computeIfAbsent(new Parameters(values), point -> point);
  }
}
