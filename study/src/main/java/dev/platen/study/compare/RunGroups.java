package dev.platen.study.compare;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs of one template, grouped by their effective parameters without the seeds.
 *
 * @param varied the parameters of which the runs have different values, seeds not among them; in
 *     the order of the template
 * @param fixed the parameters that all runs have in common
 * @param seeds the parameters that tell repeats apart, as the studies say
 * @param groups in the order in which their first runs were started
 */
public record RunGroups(
    List<String> varied, Parameters fixed, List<String> seeds, List<RunGroup> groups) {
  public RunGroups {
    varied = List.copyOf(varied);
    seeds = List.copyOf(seeds);
    groups = List.copyOf(groups);
  }

  /**
   * Groups runs.
   *
   * @param runs none of them superseded, in the order in which they were started
   */
  public static RunGroups of(List<PastRun> runs) {
    PointCache points = new PointCache();
    return of(runs, RunNames.of(runs, points), points);
  }

  /** The same, with what was worked out of these runs before. */
  static RunGroups of(List<PastRun> runs, RunNames all, PointCache points) {
    List<String> seeds = named(runs, TrialMark::seed);
    Set<String> names = new LinkedHashSet<>(all.parameters());
    seeds.forEach(names::remove);
    List<String> varied = names.stream().filter(name -> differs(runs, name)).toList();
    Map<String, ParameterValue> fixed = new LinkedHashMap<>();
    names.forEach(
        name ->
            runs.stream()
                .findFirst()
                .filter(run -> !varied.contains(name))
                .flatMap(run -> run.parameters().value(name))
                .ifPresent(value -> fixed.put(name, value)));
    return new RunGroups(varied, new Parameters(fixed), seeds, groups(runs, varied, seeds, points));
  }

  private static List<RunGroup> groups(
      List<PastRun> runs, List<String> varied, List<String> seeds, PointCache cache) {
    boolean bootstrap = bootstrap(runs);
    // Equal points are one object, and with twenty parameters each they are not compared again.
    IdentityHashMap<Parameters, List<PastRun>> byPoint = new IdentityHashMap<>();
    List<Parameters> points = new ArrayList<>();
    for (PastRun run : runs) {
      Parameters point = cache.point(run, seeds);
      List<PastRun> repeats = byPoint.get(point);
      if (repeats == null) {
        repeats = new ArrayList<>();
        byPoint.put(point, repeats);
        points.add(point);
      }
      repeats.add(run);
    }
    List<RunGroup> groups = new ArrayList<>();
    for (Parameters point : points) {
      List<PastRun> of = Objects.requireNonNull(byPoint.get(point));
      groups.add(new RunGroup(cache.label(point, varied), point, of, seeds, bootstrap));
    }
    return groups;
  }

  /** As the newest study says. */
  private static boolean bootstrap(List<PastRun> runs) {
    return runs.stream()
        .flatMap(run -> run.trial().stream())
        .reduce((older, newer) -> newer)
        .map(TrialMark::bootstrap)
        .orElse(false);
  }

  private static boolean differs(List<PastRun> runs, String name) {
    ParameterValue first = runs.get(0).parameters().values().get(name);
    return runs.stream()
        .map(run -> run.parameters().values().get(name))
        .anyMatch(value -> value != first && !Objects.equals(value, first));
  }

  private static List<String> named(List<PastRun> runs, Function<TrialMark, List<String>> names) {
    return runs.stream()
        .map(run -> run.trial().orElse(null))
        .filter(Objects::nonNull)
        .flatMap(mark -> names.apply(mark).stream())
        .distinct()
        .toList();
  }

  /** Whether any point was repeated. */
  boolean areRepeated() {
    return groups.stream().anyMatch(group -> group.runs().size() > 1);
  }
}
