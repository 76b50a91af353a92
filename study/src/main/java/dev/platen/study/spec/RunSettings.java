package dev.platen.study.spec;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How a study's runs are run.
 *
 * @param parallel how many at once; empty = what the machine can take
 * @param timeout of a run
 * @param cellTimeout of one cell
 * @param retries after the first attempt
 * @param slots by environment variable the values of which every run at work has one of its own;
 *     there are not more runs at once than values
 * @param env variables for every kernel
 * @param memory that a run may take, in bytes; empty = no limit
 */
public record RunSettings(
    OptionalInt parallel,
    Optional<Duration> timeout,
    Optional<Duration> cellTimeout,
    int retries,
    Map<String, List<String>> slots,
    Map<String, String> env,
    OptionalLong memory) {
  public static final RunSettings DEFAULT =
      new RunSettings(
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Map.of(),
          Map.of(),
          OptionalLong.empty());

  public RunSettings {
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }
}
