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
 * @param failFast whether the first trial that fails keeps those behind it from starting
 * @param slots by environment variable the values of which every run at work has one of its own;
 *     there are not more runs at once than values
 * @param env variables for every kernel
 * @param memory that a run may take, in bytes; empty = no limit
 * @param kernel the kernelspec's name; empty = the template's
 */
public record RunSettings(
    OptionalInt parallel,
    Limits limits,
    Retries retries,
    boolean failFast,
    Map<String, List<String>> slots,
    Map<String, String> env,
    OptionalLong memory,
    Optional<String> kernel) {

  /** How long things may take; empty = as long as they like. */
  public record Limits(Optional<Duration> cell, Optional<Duration> run, Optional<Duration> study) {
    public static final Limits NONE =
        new Limits(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * When a trial is tried again at once.
   *
   * @param count attempts after the first
   * @param errors whether the notebook's own failures and time-outs are tried again too, not only
   *     lost kernels and storage
   */
  public record Retries(int count, boolean errors) {
    public static final Retries NONE = new Retries(0, false);
  }

  public static final RunSettings DEFAULT =
      new RunSettings(
          OptionalInt.empty(),
          Limits.NONE,
          Retries.NONE,
          false,
          Map.of(),
          Map.of(),
          OptionalLong.empty(),
          Optional.empty());

  public RunSettings {
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }
}
