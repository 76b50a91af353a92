package dev.platen.study;

import dev.platen.execute.RunStatus;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.trial.Trial;

/** What became of a trial that was run. */
public record TrialResult(Trial trial, PastRun run) {
  public boolean succeeded() {
    return run.status() == RunStatus.SUCCEEDED;
  }

  boolean hasNumber(String metric) {
    Metric found = run.metrics().get(metric);
    return found != null && found.value() instanceof MetricValue.Numeric;
  }

  /** Whether it ended, but not well. */
  public boolean failed() {
    return switch (run.status()) {
      case FAILED, TIMED_OUT, KERNEL_LOST -> true;
      case SUCCEEDED, INTERRUPTED, PENDING, RUNNING -> false;
    };
  }
}
