package dev.platen.study.export.mlflow;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.study.export.table.RunValues;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run in MLflow's terms: parameters are texts, metrics are numbers, all else are tags. What
 * MLflow doesn't take in a name becomes an underscore; what it doesn't take in length is cut.
 */
final class MlflowRun {
  /** By which a run is known again. */
  static final String SEAL = "platen.seal";

  private static final int LONGEST_NAME = 250;
  private static final int LONGEST_PARAM = 6000;
  private static final int LONGEST_TAG = 5000;

  private final PastRun run;
  private final RunMark mark;
  private final String seal;

  MlflowRun(PastRun run, RunMark mark, String seal) {
    this.run = run;
    this.mark = mark;
    this.seal = seal;
  }

  String seal() {
    return seal;
  }

  JsonObject creation(String experiment) {
    return JsonObject.build(
        o ->
            o.put("experiment_id", experiment)
                .put(
                    "run_name",
                    cut(String.valueOf(run.folder().path().getFileName()), LONGEST_NAME))
                .put("start_time", run.started().toEpochMilli())
                .put("tags", pairs(tags())));
  }

  JsonObject end(String id) {
    String status =
        switch (run.status()) {
          case SUCCEEDED -> "FINISHED";
          case INTERRUPTED -> "KILLED";
          case FAILED, TIMED_OUT, KERNEL_LOST -> "FAILED";
          case PENDING, RUNNING -> "RUNNING";
        };
    return JsonObject.build(
        o -> o.put("run_id", id).put("status", status).put("end_time", endMillis()));
  }

  private long endMillis() {
    return run.started().toEpochMilli() + Math.round(run.seconds() * 1000);
  }

  List<JsonValue> parameters() {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    run.parameters()
        .values()
        .forEach(
            (name, value) ->
                texts.put(name(name, taken), cut(RunValues.words(value), LONGEST_PARAM)));
    return pairs(texts).values();
  }

  /** All at the run's end and at step 0, so that to send them twice leaves one of each. */
  List<JsonValue> metrics() {
    List<JsonValue> metrics = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Metric metric : run.metrics().values()) {
      if (metric.value() instanceof MetricValue.Numeric number) {
        metrics.add(metric(name(metric.name(), taken), number.value()));
      } else if (metric.value() instanceof MetricValue.Flag flag) {
        metrics.add(metric(name(metric.name(), taken), flag.value() ? 1 : 0));
      }
    }
    return metrics;
  }

  private JsonValue metric(String name, double value) {
    return JsonObject.build(
        o ->
            o.put("key", name)
                .put("value", number(value))
                .put("timestamp", endMillis())
                .put("step", 0L));
  }

  /** As Protocol Buffers write them in JSON. */
  private static JsonValue number(double value) {
    return Double.isFinite(value) ? JsonNumber.of(value) : new JsonString(Double.toString(value));
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(SEAL, seal);
    tags.put("platen.id", run.id());
    tags.put("platen.status", run.status().word());
    tags.put("platen.template", run.template());
    tags.put("platen.folder", run.folder().path().toString());
    run.trial().map(TrialMark::study).ifPresent(study -> tags.put("platen.study", study));
    run.trial().ifPresent(t -> tags.put("platen.repeat", Integer.toString(t.repeat())));
    if (!run.error().isEmpty()) {
      tags.put("platen.error", run.error());
    }
    if (!mark.labels().isEmpty()) {
      tags.put("platen.labels", String.join(", ", mark.labels()));
    }
    if (mark.star()) {
      tags.put("platen.star", "true");
    }
    if (!mark.note().isEmpty()) {
      // Its page shows this one as the run's description.
      tags.put("mlflow.note.content", mark.note());
    }
    Set<String> taken = new HashSet<>(tags.keySet());
    for (Metric metric : run.metrics().values()) {
      if (metric.value() instanceof MetricValue.Text text) {
        tags.put(name("metric." + metric.name(), taken), text.value());
      }
    }
    tags.replaceAll((name, value) -> cut(value, LONGEST_TAG));
    return tags;
  }

  private static JsonArray pairs(Map<String, String> texts) {
    List<JsonValue> pairs = new ArrayList<>();
    texts.forEach(
        (key, value) -> pairs.add(JsonObject.build(o -> o.put("key", key).put("value", value))));
    return new JsonArray(pairs);
  }

  private static String name(String name, Set<String> taken) {
    String plain = cut(name.replaceAll("[^\\w\\-. /]", "_"), LONGEST_NAME - 10);
    String unique = plain;
    for (int i = 2; !taken.add(unique); i++) {
      unique = plain + "_" + i;
    }
    return unique;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
