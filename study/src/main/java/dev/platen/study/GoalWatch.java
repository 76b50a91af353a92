package dev.platen.study;

import dev.platen.parameter.NearestName;
import dev.platen.study.ledger.PastRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees whether the goal is measured. A study may take days: that nothing will tell its points apart
 * is said when the first run has shown it. Safe for any thread.
 */
final class GoalWatch {
  private final String metric;
  private final Map<String, String> record;
  private final AtomicBoolean said = new AtomicBoolean();

  /**
   * A watch over one metric.
   *
   * @param record by metric the expression that every run evaluates
   */
  GoalWatch(String metric, Map<String, String> record) {
    this.metric = metric;
    this.record = record;
  }

  String metric() {
    return metric;
  }

  /** What to say of the first run that succeeded and has no number for the goal. */
  Optional<String> look(TrialResult result) {
    if (!result.succeeded() || result.hasNumber(metric) || said.getAndSet(true)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s recorded no number as '%s', which is the goal; %s"
            .formatted(result.trial().display(), metric, mend(result.run())));
  }

  private String mend(PastRun run) {
    if (run.metrics().containsKey(metric)) {
      return "what it recorded is no number";
    }
    if (record.containsKey(metric)) {
      return "its report says why";
    }
    return NearestName.of(metric, List.copyOf(run.metrics().keySet()))
            .map(near -> "did you mean '" + near + "'? Otherwise ")
            .orElse("")
        + "record it: record: {%1$s: %1$s}, or --record %1$s=%1$s".formatted(metric);
  }

  /**
   * What to say at the end, of more runs than the one that was spoken of.
   *
   * @param without how many of the runs that succeeded have no number for the goal
   */
  Optional<String> atEnd(long without, long succeeded) {
    if (without < 2) {
      return Optional.empty();
    }
    String who =
        without == succeeded
            ? "no run recorded a number"
            : without + " of " + succeeded + " runs recorded no number";
    return Optional.of("%s as '%s', which is the goal".formatted(who, metric));
  }
}
