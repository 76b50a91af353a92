package dev.platen.study.compare;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    List<String> seeds = named(runs, TrialMark::seed);
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.parameters().values().keySet()));
    names.removeAll(seeds);
    List<String> varied = names.stream().filter(name -> differs(runs, name)).toList();
    Map<String, ParameterValue> fixed = new LinkedHashMap<>();
    names.forEach(
        name ->
            runs.stream()
                .findFirst()
                .filter(run -> !varied.contains(name))
                .flatMap(run -> run.parameters().value(name))
                .ifPresent(value -> fixed.put(name, value)));
    return new RunGroups(
        varied, new Parameters(fixed), seeds, groups(runs, varied, seeds, bootstrap(runs)));
  }

  private static List<RunGroup> groups(
      List<PastRun> runs, List<String> varied, List<String> seeds, boolean bootstrap) {
    Map<Parameters, List<PastRun>> byPoint = new LinkedHashMap<>();
    for (PastRun run : runs) {
      Map<String, ParameterValue> point = new LinkedHashMap<>(run.parameters().values());
      point.keySet().removeAll(seeds);
      byPoint.computeIfAbsent(new Parameters(point), unused -> new ArrayList<>()).add(run);
    }
    List<RunGroup> groups = new ArrayList<>();
    byPoint.forEach(
        (point, of) ->
            groups.add(new RunGroup(Points.label(point, varied), point, of, seeds, bootstrap)));
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
    Set<Optional<ParameterValue>> values = new HashSet<>();
    return runs.stream()
        .anyMatch(run -> values.add(run.parameters().value(name)) && values.size() > 1);
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
