package dev.platen.study;

import dev.platen.execute.RunStatus;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.RunInputs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Past runs that are on no disk. */
public final class MadePastRun {
  private MadePastRun() {}

  public static PastRun of(RunStatus status, Map<String, Metric> metrics) {
    return of(status, metrics, 1.5, OptionalLong.empty(), Path.of("x~aaaaaa"));
  }

  public static PastRun of(
      RunStatus status,
      Map<String, Metric> metrics,
      double seconds,
      OptionalLong memory,
      Path folder) {
    return new PastRun(
        new RunFolder(folder),
        status,
        true,
        "",
        "A run",
        "report.ipynb",
        Parameters.EMPTY,
        Optional.empty(),
        metrics,
        Instant.parse("2026-01-01T00:00:00Z"),
        seconds,
        memory,
        "",
        RunInputs.NONE);
  }

  public static Map<String, Metric> number(String name, double value) {
    return Map.of(
        name,
        new Metric(
            name, new MetricValue.Numeric(value), Metric.Source.RECORD, OptionalInt.empty()));
  }
}
