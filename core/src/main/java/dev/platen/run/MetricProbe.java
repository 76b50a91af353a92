package dev.platen.run;

import dev.platen.execute.Cancellation;
import dev.platen.execute.RunStatus;
import dev.platen.execute.SilentEvaluation;
import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelEvent;
import dev.platen.metric.Metric;
import dev.platen.metric.Metric.Source;
import dev.platen.metric.MetricJson;
import dev.platen.metric.MetricValue;
import dev.platen.metric.ShownValue;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks the kernel for the metrics of {@link RunRequest#record} after the last cell. An expression
 * that fails is noted with its reason, and fails nothing else.
 */
final class MetricProbe {
  /** Of one expression: it should read a value, not compute for long. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final int LONGEST_REASON = 500;
  private static final String NAME = "platen";

  private final Map<String, String> expressions;
  private final Map<String, Metric> metrics = new LinkedHashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();

  MetricProbe(Map<String, String> expressions) {
    this.expressions = expressions;
  }

  /**
   * Call after the last cell that ran, however the run ended, before the kernel is asked to end.
   */
  void collect(KernelClient kernel, Clock clock, Cancellation cancellation, RunStatus status)
      throws InterruptedException {
    SilentEvaluation evaluation = new SilentEvaluation(kernel, clock, cancellation);
    boolean isPython = kernel.info().languageInfo().text("name").equals("python");
    for (Map.Entry<String, String> each : expressions.entrySet()) {
      String name = each.getKey();
      if (status == RunStatus.KERNEL_LOST) {
        fail(name, "not evaluated: the kernel was lost");
      } else if (cancellation.isRequested()) {
        fail(name, "not evaluated: the run was interrupted");
      } else if (!evaluate(name, each.getValue(), evaluation, isPython)) {
        fail(name, silence(kernel, cancellation));
      }
    }
  }

  private static String silence(KernelClient kernel, Cancellation cancellation)
      throws InterruptedException {
    return cancellation.isRequested()
        ? "not evaluated: the run was interrupted"
        : kernel.next(Duration.ZERO).orElse(null) instanceof KernelEvent.Exited
            ? "the kernel ended"
            : "no answer within " + TIMEOUT.toSeconds() + " s";
  }

  /** Whether the kernel answered at all. */
  private boolean evaluate(
      String name, String expression, SilentEvaluation kernel, boolean isPython)
      throws InterruptedException {
    String asked = isPython ? PythonRecord.wrap(expression) : expression;
    Optional<JsonObject> reply = kernel.evaluate("", Map.of(NAME, asked), TIMEOUT);
    if (reply.isEmpty()) {
      return false;
    }
    JsonObject answer = reply.get().object(NAME);
    String shown = answer.object("data").text("text/plain");
    if (answer.text("status").equals("error")) {
      fail(name, answer.text("ename") + ": " + answer.text("evalue"));
    } else if (answer.isEmpty()) {
      fail(name, "the kernel doesn't evaluate expressions");
    } else if (isPython) {
      PythonRecord.Answer read = PythonRecord.read(shown);
      read.value().ifPresentOrElse(v -> put(name, v), () -> fail(name, read.problem()));
    } else {
      ShownValue.parse(shown)
          .ifPresentOrElse(
              v -> put(name, v),
              () -> fail(name, "it is no number, truth value or text: " + shown));
    }
    return true;
  }

  private void put(String name, MetricValue value) {
    metrics.put(name, new Metric(name, value, Source.RECORD, OptionalInt.empty()));
  }

  private void fail(String name, String reason) {
    String line = reason.lines().findFirst().orElse("");
    errors.put(
        name, line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line);
  }

  /** By name why an expression gave nothing. */
  Map<String, String> errors() {
    return errors;
  }

  /** The run's record with these metrics before those that the notebook itself shows. */
  JsonObject addTo(JsonObject record) {
    Map<String, Metric> all = new LinkedHashMap<>(metrics);
    MetricJson.read(record.object("metrics")).forEach(all::putIfAbsent);
    JsonObject added = record.with("metrics", MetricJson.write(all));
    return errors.isEmpty()
        ? added
        : added.with("metric_errors", JsonObject.build(o -> errors.forEach(o::put)));
  }
}
