package dev.platen.run;

import dev.platen.execute.CellOutcome;
import dev.platen.execute.Execution;
import dev.platen.execute.PapermillTime;
import dev.platen.execute.RunStatus;
import dev.platen.fault.Fault;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.kernel.KernelUsage;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.metric.MetricJson;
import dev.platen.metric.NotebookMetrics;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of run.json: what the run is, when it starts; what became of it, when it ends. */
final class RunRecord {
  private RunRecord() {}

  /** A run under way. */
  static JsonObject started(
      RunRequest request, RunFolder folder, KernelSpec kernel, Instant start) {
    JsonObject record = own(request, folder, kernel, start);
    for (Map.Entry<String, JsonValue> each : request.extra().members().entrySet()) {
      record = record.with(each.getKey(), each.getValue());
    }
    return record;
  }

  private static JsonObject own(
      RunRequest request, RunFolder folder, KernelSpec kernel, Instant start) {
    Template template = request.template();
    return JsonObject.build(
        o ->
            o.put("id", folder.id())
                .put("status", RunStatus.RUNNING.word())
                .put(
                    "title", request.title().orElse(Title.of(template.notebook(), template.stem())))
                .put(
                    "template",
                    JsonObject.build(
                        t ->
                            t.put("path", template.path().toString())
                                .put("sha256", template.sha256())))
                .put("parameters", parameters(template, request.parameters()))
                .put("kernel_requested", requested(request))
                .put("kernel", kernel.name())
                .put("report", ReportRecord.write(request.report()))
                .put("started", start.toString()));
  }

  private static String requested(RunRequest request) {
    return request.kernel().orElse(request.template().notebook().kernelName());
  }

  /** The record of the run that has ended. */
  static JsonObject ended(
      JsonObject started, Execution execution, Instant end, JsonObject provenance) {
    Instant start = Instant.parse(started.text("started"));
    JsonObject record =
        started
            .with("status", new JsonString(execution.status().word()))
            .with("ended", new JsonString(end.toString()))
            .with("seconds", seconds(Duration.between(start, end)))
            .with("cells", cells(execution))
            .with("metrics", MetricJson.write(NotebookMetrics.of(execution.notebook())))
            .with("provenance", provenance);
    Optional<CellOutcome> culprit = execution.culprit();
    return culprit.isPresent() ? record.with("error", error(culprit.get())) : record;
  }

  /** The same, with what the kernel took of the machine. */
  static JsonObject withUsage(JsonObject record, KernelUsage usage) {
    return record.with(
        "resources",
        JsonObject.build(
            o ->
                o.put("peak_memory_bytes", usage.peakMemoryBytes())
                    .put("cpu_seconds", usage.cpuSeconds())));
  }

  /** The same, with what kept the kernel from starting. */
  static JsonObject withFault(JsonObject record, Fault fault) {
    return record.with(
        "error",
        JsonObject.build(o -> o.put("ename", fault.kind().name()).put("evalue", fault.describe())));
  }

  private static JsonObject parameters(Template template, Parameters given) {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    for (DeclaredParameter declared : template.declared().orElse(List.of())) {
      all.put(declared.name(), parameter(given.value(declared.name()), Optional.of(declared)));
    }
    given
        .values()
        .forEach(
            (name, value) ->
                all.putIfAbsent(name, parameter(Optional.of(value), Optional.empty())));
    return new JsonObject(all);
  }

  private static JsonObject parameter(
      Optional<ParameterValue> given, Optional<DeclaredParameter> declared) {
    Optional<ParameterValue> byDefault = declared.flatMap(DeclaredParameter::defaultValue);
    Optional<ParameterValue> value = given.or(() -> byDefault);
    return JsonObject.build(
        o -> {
          o.put("given", given.isPresent());
          value.ifPresent(v -> o.put("type", v.kind().word()).put("value", plain(v)));
          o.put("display", value.map(ParameterValue::display).orElse(source(declared)));
          declared
              .filter(d -> !d.defaultSource().isEmpty())
              .ifPresent(
                  d ->
                      o.put(
                          "default",
                          byDefault.map(ParameterValue::display).orElse(d.defaultSource())));
        });
  }

  private static String source(Optional<DeclaredParameter> declared) {
    return declared.map(DeclaredParameter::defaultSource).orElse("");
  }

  /**
   * JSON that every reader takes: NaN, the infinities and huge numbers as text, told apart by the
   * type.
   */
  private static JsonValue plain(ParameterValue value) {
    return value instanceof FloatValue f && !Double.isFinite(f.value())
        ? new JsonString(value.display())
        : HugeNumbers.asText(value.toJson());
  }

  private static JsonArray cells(Execution execution) {
    return new JsonArray(execution.outcomes().stream().<JsonValue>map(RunRecord::cell).toList());
  }

  private static JsonObject cell(CellOutcome outcome) {
    return JsonObject.build(
        o -> {
          o.put("cell_index", outcome.cellIndex()).put("status", outcome.status().word());
          outcome.executionCount().ifPresent(count -> o.put("execution_count", count));
          outcome.time().ifPresent(span -> o.put("seconds", seconds(span.duration())));
        });
  }

  private static JsonObject error(CellOutcome culprit) {
    return JsonObject.build(
        o -> {
          o.put("cell_index", culprit.cellIndex());
          culprit.executionCount().ifPresent(count -> o.put("execution_count", count));
          o.put(
              "ename",
              culprit.error().<JsonValue>map(e -> new JsonString(e.ename())).orElse(JsonNull.NULL));
          o.put(
              "evalue",
              culprit
                  .error()
                  .<JsonValue>map(e -> new JsonString(e.evalue()))
                  .orElse(JsonNull.NULL));
        });
  }

  private static JsonValue seconds(Duration duration) {
    return JsonNumber.of(PapermillTime.seconds(duration));
  }
}
