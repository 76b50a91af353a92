package dev.platen.study.trial;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often every point is tried.
 *
 * @param parameter the one that is set anew in each repeat; empty if repeats are all alike
 * @param seeds its values by repeat, which differ; empty = the repeats' numbers: 0, 1, 2 and so on
 */
public record Repeats(int count, Optional<String> parameter, List<ParameterValue> seeds) {
  public static final Repeats ONCE = of(1);

  public Repeats {
    seeds = List.copyOf(seeds);
  }

  /** Repeats that are all alike. */
  public static Repeats of(int count) {
    return new Repeats(count, Optional.empty(), List.of());
  }

  /** Repeats with the parameter set to 0, 1, 2 and so on. */
  public static Repeats seeded(String parameter, int count) {
    return new Repeats(count, Optional.of(parameter), List.of());
  }

  /** One repeat for each of the parameter's values, of which there is one at least. */
  public static Repeats seeded(String parameter, List<ParameterValue> seeds) {
    return new Repeats(seeds.size(), Optional.of(parameter), seeds);
  }

  /** What is set in that repeat, counted from 0. */
  Parameters seed(int repeat) {
    return parameter
        .map(name -> new Parameters(Map.of(name, value(repeat))))
        .orElse(Parameters.EMPTY);
  }

  private ParameterValue value(int repeat) {
    return seeds.isEmpty() ? ParameterValue.of((long) repeat) : seeds.get(repeat);
  }
}
