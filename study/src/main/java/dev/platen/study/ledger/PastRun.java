package dev.platen.study.ledger;

import dev.platen.execute.RunStatus;
import dev.platen.metric.Metric;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run as its folder tells it. Holds what tables and plans need; the rest stays on disk.
 *
 * @param status {@code RUNNING} also for a run whose Platen was killed
 * @param sealed whether there is a seal
 * @param sealIssue what speaks against the seal at a glance; "" if nothing does. Such a run is
 *     shown, and never trusted
 * @param template the notebook's path, as run.json has it
 * @param parameters the effective ones, typed: those given, and the template's literal defaults
 * @param trial what a study noted of it; empty for a run of its own
 * @param metrics by name
 * @param seconds NaN for a run that hasn't ended
 * @param peakMemory bytes that the kernel took at most
 * @param error in one line; "" when there is none
 * @param inputs what it depended on beside its parameters
 */
public record PastRun(
    RunFolder folder,
    RunStatus status,
    boolean sealed,
    String sealIssue,
    String title,
    String template,
    Parameters parameters,
    Optional<TrialMark> trial,
    Map<String, Metric> metrics,
    Instant started,
    double seconds,
    OptionalLong peakMemory,
    String error,
    RunInputs inputs) {
  public PastRun {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** Whether it may be believed: sealed, and nobody changed it. */
  public boolean isTrusted() {
    return sealed && sealIssue.isEmpty();
  }

  public String id() {
    return folder.id();
  }
}
