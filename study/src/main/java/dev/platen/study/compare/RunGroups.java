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
 * @param numbers how the parameters' numbers are shown
 */
public record RunGroups(
    List<String> varied,
    Parameters fixed,
    List<String> seeds,
    List<RunGroup> groups,
    ShownNumbers numbers) {
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
  static RunGroups of(List<PastRun> runs, RunNames named, PointCache points) {
    List<String> seeds = named(runs, TrialMark::seed);
    Set<String> names = new LinkedHashSet<>(named.parameters());
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
    List<List<PastRun>> repeats = repeats(runs, seeds, points);
    List<Parameters> all = repeats.stream().map(of -> points.point(of.get(0), seeds)).toList();
    ShownNumbers numbers = ShownNumbers.of(all, varied);
    boolean bootstrap = bootstrap(runs);
    List<RunGroup> groups = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String label = points.label(all.get(i), varied, numbers);
      groups.add(new RunGroup(label, all.get(i), repeats.get(i), seeds, bootstrap));
    }
    return new RunGroups(varied, new Parameters(fixed), seeds, groups, numbers);
  }

  /** By point its runs. */
  private static List<List<PastRun>> repeats(
      List<PastRun> runs, List<String> seeds, PointCache cache) {
    // Equal points are one object, and with twenty parameters each they are not compared again.
    IdentityHashMap<Parameters, List<PastRun>> byPoint = new IdentityHashMap<>();
    List<List<PastRun>> inOrder = new ArrayList<>();
    for (PastRun run : runs) {
      Parameters point = cache.point(run, seeds);
      List<PastRun> repeats = byPoint.get(point);
      if (repeats == null) {
        repeats = new ArrayList<>();
        byPoint.put(point, repeats);
        inOrder.add(repeats);
      }
      repeats.add(run);
    }
    return inOrder;
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
