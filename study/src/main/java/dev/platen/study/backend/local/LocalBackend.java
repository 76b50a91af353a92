package dev.platen.study.backend.local;

import dev.platen.execute.Cancellation;
import dev.platen.run.RunListener;
import dev.platen.run.RunRequest;
import dev.platen.run.RunResult;
import dev.platen.run.Runner;
import dev.platen.study.backend.Backend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs on this machine. */
public final class LocalBackend implements Backend {
  private final Runner runner;
  private final int parallel;
  private final Slots slots;
  private final Map<String, String> env;

  /**
   * A backend for some runs at once.
   *
   * @param parallel how many, one at least and not more than {@code slots} has values
   * @param slots by environment variable the values of which every run has one for itself
   * @param env Platen's own environment variables
   */
  public LocalBackend(
      Runner runner, int parallel, Map<String, List<String>> slots, Map<String, String> env) {
    this.runner = runner;
    this.parallel = parallel;
    this.slots = new Slots(slots, parallel);
    this.env = Map.copyOf(env);
  }

  @Override
  public int capacity() {
    return parallel;
  }

  @Override
  public RunResult run(RunRequest request, RunListener listener, Cancellation cancellation)
      throws InterruptedException {
    Map<String, String> slot = slots.take();
    try {
      Map<String, String> given = new LinkedHashMap<>(env);
      given.putAll(request.env());
      int cores = Runtime.getRuntime().availableProcessors();
      Map<String, String> all = new LinkedHashMap<>(ThreadCaps.of(cores, parallel, given));
      all.putAll(request.env());
      all.putAll(slot);
      return runner.run(request.withEnv(all), listener, cancellation);
    } finally {
      slots.giveBack(slot);
    }
  }
}
