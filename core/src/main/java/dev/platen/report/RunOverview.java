package dev.platen.report;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the run as a whole. All texts are shown as they are.
 *
 * @param status {@code succeeded}, {@code failed}, {@code timed_out}, {@code kernel_lost}, {@code
 *     interrupted} or {@code running}, as in {@code run.json}
 * @param error one sentence about what ended the run; may be empty even if it failed
 * @param facts provenance
 * @param started date and time, as people read it, or ""
 * @param duration as people read it, or ""
 */
public record RunOverview(
    String status,
    Optional<String> error,
    List<ReportParameter> parameters,
    List<ReportMetric> metrics,
    List<FactGroup> facts,
    String started,
    String duration) {
  public RunOverview {
    parameters = List.copyOf(parameters);
    metrics = List.copyOf(metrics);
    facts = List.copyOf(facts);
  }
}
