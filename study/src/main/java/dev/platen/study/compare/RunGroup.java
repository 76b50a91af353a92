package dev.platen.study.compare;

import dev.platen.execute.RunStatus;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.stats.Bootstrap;
import dev.platen.study.stats.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The runs that differ only in their repeat: one point of a study.
 *
 * @param label its varied parameters, such as {@code arch=mlp hidden=32}
 * @param parameters all effective ones but the seeds
 * @param runs in the order in which they were started, those that failed too
 * @param seeds the parameters that tell the repeats apart
 * @param bootstrap whether intervals are found by the bootstrap
 */
public record RunGroup(
    String label,
    Parameters parameters,
    List<PastRun> runs,
    List<String> seeds,
    boolean bootstrap) {
  public RunGroup {
    runs = List.copyOf(runs);
    seeds = List.copyOf(seeds);
  }

  /** How many ended badly by themselves: failed, timed out, or lost their kernel. */
  public int failed() {
    return (int)
        runs.stream()
            .filter(run -> hasEnded(run) && !hasSucceeded(run) && !isInterrupted(run))
            .count();
  }

  /** How many somebody interrupted. */
  public int interrupted() {
    return (int) runs.stream().filter(RunGroup::isInterrupted).count();
  }

  /**
   * Whether not all that succeeded ran the same code, the template's and the project's: then they
   * are no repeats of one thing.
   */
  public boolean isMixed() {
    // Equal inputs are one object as the ledger reads them: nearly always this decides it.
    return !haveOneInputs()
        && runs.stream()
                .filter(RunGroup::hasSucceeded)
                .map(RunGroup::code)
                .distinct()
                .limit(2)
                .count()
            > 1;
  }

  @SuppressWarnings("ReferenceEquality") // a short cut only
  private boolean haveOneInputs() {
    @Nullable PastRun first = null;
    for (PastRun run : runs) {
      if (hasSucceeded(run)) {
        if (first != null && run.inputs() != first.inputs()) {
          return false;
        }
        first = run;
      }
    }
    return true;
  }

  private static List<String> code(PastRun run) {
    List<String> code = new ArrayList<>(List.of(run.inputs().codeSha256()));
    run.inputs()
        .python()
        .ifPresent(
            python ->
                python
                    .imported()
                    .forEach(file -> code.add(file.path() + " " + file.sha256().orElse(""))));
    return code;
  }

  /** How many haven't ended. */
  public int unended() {
    return (int) runs.stream().filter(run -> !hasEnded(run)).count();
  }

  /** A numeric metric of the runs that succeeded. */
  public double[] values(String metric) {
    // Asked of thousands of small groups: without a stream it takes a third of the time.
    double[] values = new double[runs.size()];
    int n = 0;
    for (PastRun run : runs) {
      OptionalDouble value = hasSucceeded(run) ? number(run, metric) : OptionalDouble.empty();
      if (value.isPresent()) {
        values[n++] = value.getAsDouble();
      }
    }
    return Arrays.copyOf(values, n);
  }

  /** Of the finite values; NaN when there are none. */
  public double mean(String metric) {
    return Summary.mean(values(metric));
  }

  public Summary summary(String metric) {
    double[] values = values(metric);
    Summary summary = Summary.of(values);
    return bootstrap ? summary.withInterval(Bootstrap.STANDARD.interval(values)) : summary;
  }

  /** The same by seed; empty when repeats have none. Of two runs with one seed the later counts. */
  public Map<String, Double> bySeed(String metric) {
    Map<String, Double> bySeed = new LinkedHashMap<>();
    for (PastRun run : runs) {
      OptionalDouble value = number(run, metric);
      if (!seeds.isEmpty() && hasSucceeded(run) && value.isPresent()) {
        bySeed.put(Points.words(run.parameters(), seeds), value.getAsDouble());
      }
    }
    return bySeed;
  }

  /** Mean of the runs that succeeded; NaN when there are none. */
  public double seconds() {
    return runs.stream()
        .filter(RunGroup::hasSucceeded)
        .mapToDouble(PastRun::seconds)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  static OptionalDouble number(PastRun run, String metric) {
    Metric found = run.metrics().get(metric);
    return found != null && found.value() instanceof MetricValue.Numeric numeric
        ? OptionalDouble.of(numeric.value())
        : OptionalDouble.empty();
  }

  static boolean hasSucceeded(PastRun run) {
    return run.status() == RunStatus.SUCCEEDED;
  }

  private static boolean isInterrupted(PastRun run) {
    return run.status() == RunStatus.INTERRUPTED;
  }

  static boolean hasEnded(PastRun run) {
    return switch (run.status()) {
      case PENDING, RUNNING -> false;
      case SUCCEEDED, FAILED, TIMED_OUT, KERNEL_LOST, INTERRUPTED -> true;
    };
  }
}
