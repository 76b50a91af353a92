package dev.platen.study.compare;

import dev.platen.execute.RunStatus;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.RunInputs;
import dev.platen.study.ledger.TrialMark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Past runs as a study leaves them. */
final class SampleRuns {
  static final Path DIR = Path.of("/study/runs");
  private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");

  final List<PastRun> runs = new ArrayList<>();
  final Set<PastRun> superseded = new HashSet<>();

  /** What the study says of the runs that are added from now on. */
  boolean bootstrap;

  private final Optional<TrialMark.GoalMark> goal;
  private final List<String> seeds;
  private final Random random = new Random(1);

  SampleRuns(String goal, boolean least, String... seeds) {
    this.goal =
        goal.isEmpty() ? Optional.empty() : Optional.of(new TrialMark.GoalMark(goal, least));
    this.seeds = List.of(seeds);
  }

  /** Architectures × widths × five seeds, with everything that goes wrong in a real study. */
  static SampleRuns penguins() {
    SampleRuns sample = new SampleRuns("mse", true, "seed");
    for (String arch : List.of("linear", "mlp", "resnet")) {
      for (int hidden : new int[] {8, 16, 32}) {
        for (int seed = 0; seed < 5; seed++) {
          sample.penguin(arch, hidden, seed);
        }
      }
    }
    PastRun old = sample.runs.get(3);
    sample.run("old-0", old.parameters(), RunStatus.SUCCEEDED, Map.of(), 0, "");
    sample.superseded.add(sample.runs.get(sample.runs.size() - 1));
    return sample;
  }

  private void penguin(String arch, int hidden, int seed) {
    Map<String, ParameterValue> parameters = new LinkedHashMap<>();
    parameters.put("arch", ParameterValue.of(arch));
    parameters.put("hidden", ParameterValue.of(hidden));
    parameters.put("epochs", ParameterValue.of(60));
    parameters.put("data", ParameterValue.of("data/penguins.csv"));
    parameters.put("seed", ParameterValue.of(seed));
    double skill = arch.equals("linear") ? 0.5 : arch.equals("mlp") ? 0.42 : 0.43;
    double mse = skill - Math.log(hidden) / 30 + random.nextGaussian() * 0.012 + seed % 3 * 0.02;
    RunStatus status = RunStatus.SUCCEEDED;
    String error = "";
    if (arch.equals("resnet") && hidden == 32 && seed == 2) {
      status = RunStatus.FAILED;
      error = "ValueError: loss is nan after epoch 31, try a smaller learning rate";
    } else if (arch.equals("resnet") && hidden == 32 && seed == 4) {
      status = RunStatus.RUNNING;
    } else if (arch.equals("linear") && hidden == 8 && seed == 1) {
      status = RunStatus.TIMED_OUT;
      error = "cell 7 (In [5]) took longer than 30 min";
    } else if (arch.equals("resnet") && hidden == 8 && seed == 0) {
      mse = Double.NaN;
    } else if (arch.equals("linear") && hidden == 16 && seed == 3) {
      mse = 4.2;
    }
    Map<String, MetricValue> metrics = new LinkedHashMap<>();
    if (status == RunStatus.SUCCEEDED) {
      metrics.put("mse", new MetricValue.Numeric(mse));
      metrics.put("r2", new MetricValue.Numeric(1 - mse));
      metrics.put("converged", new MetricValue.Flag(mse < 0.45));
      metrics.put("stopped by", new MetricValue.Text(seed == 0 ? "patience" : "epochs"));
    }
    String slug = "arch=" + arch + ",hidden=" + hidden + ",seed=" + seed;
    run(slug, new Parameters(parameters), status, metrics, seed, error);
  }

  /** Adds a run that was started a minute after the one before it. */
  PastRun run(
      String slug,
      Parameters parameters,
      RunStatus status,
      Map<String, MetricValue> values,
      int repeat,
      String error) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            metrics.put(name, new Metric(name, value, Metric.Source.RECORD, OptionalInt.empty())));
    int number = runs.size();
    boolean ended = status != RunStatus.RUNNING && status != RunStatus.PENDING;
    String id = Integer.toString(100_000 + number * 7, 36);
    PastRun run =
        new PastRun(
            new RunFolder(DIR.resolve(slug + "~" + id)),
            status,
            ended,
            "",
            "Telling penguins by the bill",
            "report.ipynb",
            parameters,
            Optional.of(
                new TrialMark(
                    "penguins",
                    List.of(),
                    seeds,
                    repeat,
                    1,
                    goal,
                    Map.of(),
                    bootstrap,
                    List.of(),
                    List.of())),
            metrics,
            START.plusSeconds(60L * number),
            ended ? 12 + random.nextDouble() * 60 : Double.NaN,
            ended ? OptionalLong.of(300_000_000L + number) : OptionalLong.empty(),
            error,
            RunInputs.NONE);
    runs.add(run);
    return run;
  }

  /** A point with one parameter, run once for each value at seeds 0, 1, …. */
  SampleRuns point(String model, double... values) {
    for (int seed = 0; seed < values.length; seed++) {
      Map<String, ParameterValue> parameters = new LinkedHashMap<>();
      parameters.put("model", ParameterValue.of(model));
      parameters.put("seed", ParameterValue.of(seed));
      run(
          "run",
          new Parameters(parameters),
          RunStatus.SUCCEEDED,
          Map.of("mse", new MetricValue.Numeric(values[seed])),
          seed,
          "");
    }
    return this;
  }

  Comparison comparison() {
    return comparison(run -> RunMark.NONE);
  }

  Comparison comparison(Function<PastRun, RunMark> marks) {
    return new Comparison(
        new RunLinks(DIR),
        runs,
        superseded::contains,
        List.of(),
        List.of(),
        marks,
        new PointCache());
  }
}
