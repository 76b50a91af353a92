package dev.platen.study.ledger;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds past runs by what they were run with, in a time that doesn't grow with their number. Safe
 * for any thread.
 */
public final class LedgerIndex {
  private record Loosely(List<Object> values, int repeat) {}

  private static final int ANY_REPEAT = -1;

  private final List<PastRun> runs;
  private final Map<Parameters, List<PastRun>> exact = new HashMap<>();
  private final Map<List<String>, Map<Loosely, List<PastRun>>> loose = new ConcurrentHashMap<>();

  LedgerIndex(List<PastRun> newestFirst) {
    runs = newestFirst;
    newestFirst.forEach(
        run -> exact.computeIfAbsent(run.parameters(), p -> new ArrayList<>(1)).add(run));
  }

  /**
   * The runs with exactly these parameters, type by type.
   *
   * @param effective the template's literal defaults, and over them those that are given
   * @param repeat the trial's, if repeats are all alike; empty if a seed tells them apart, which is
   *     one of the parameters
   * @return newest first, whatever became of them
   */
  public List<PastRun> exactly(Parameters effective, OptionalInt repeat) {
    List<PastRun> found = exact.getOrDefault(effective, List.of());
    return repeat.isEmpty()
        ? List.copyOf(found)
        : found.stream().filter(run -> repeat(run) == repeat.getAsInt()).toList();
  }

  /**
   * The runs of loosely the same trial: numbers count by value, {@code 8} is {@code 8.0} and {@code
   * "8"}, and other parameters than these don't count.
   *
   * @param varied what tells the trial from the others of its study, the seed included
   * @param repeat as for {@link #exactly}
   * @return newest first, whatever became of them
   */
  public List<PastRun> loosely(Parameters varied, OptionalInt repeat) {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<String> names = varied.values().keySet().stream().sorted().toList();
    Loosely sought = new Loosely(values(names, varied), repeat.orElse(ANY_REPEAT));
    return List.copyOf(
        loose.computeIfAbsent(names, this::byValuesOf).getOrDefault(sought, List.of()));
  }

  private Map<Loosely, List<PastRun>> byValuesOf(List<String> names) {
    Map<Loosely, List<PastRun>> index = new HashMap<>();
    for (PastRun run : runs) {
      if (run.parameters().values().keySet().containsAll(names)) {
        List<Object> values = values(names, run.parameters());
        for (int repeat : new int[] {ANY_REPEAT, repeat(run)}) {
          index.computeIfAbsent(new Loosely(values, repeat), key -> new ArrayList<>(1)).add(run);
        }
      }
    }
    return index;
  }

  private static List<Object> values(List<String> names, Parameters parameters) {
    Map<String, ParameterValue> values = parameters.values();
    List<Object> loose = new ArrayList<>(names.size());
    for (String name : names) {
      ParameterValue value = values.get(name);
      loose.add(value == null ? "" : Loose.of(value));
    }
    return loose;
  }

  /** A run of its own counts as a first one. */
  private static int repeat(PastRun run) {
    return run.trial().map(TrialMark::repeat).orElse(0);
  }
}
