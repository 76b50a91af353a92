package dev.platen.run;

import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.PythonFloat;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricJson;
import dev.platen.metric.MetricValue;
import dev.platen.metric.MetricValue.Flag;
import dev.platen.metric.MetricValue.Numeric;
import dev.platen.metric.MetricValue.Table;
import dev.platen.metric.MetricValue.Text;
import dev.platen.report.ReportMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The metrics in run.json, as the report's reader wants them. */
final class MetricFacts {
  private static final String ASKED = "expression, after the last cell";
  private static final double WHOLE = 1e15;

  private MetricFacts() {}

  /** Those that failed come first. */
  static List<ReportMetric> of(JsonObject record) {
    List<ReportMetric> all = new ArrayList<>();
    record
        .object("metric_errors")
        .members()
        .forEach(
            (name, why) -> {
              String reason = why instanceof JsonString s ? s.value() : "not known";
              all.add(
                  new ReportMetric(
                      name, new ReportMetric.Missing(reason), ASKED, OptionalInt.empty()));
            });
    for (Metric metric : MetricJson.read(record.object("metrics")).values()) {
      all.add(
          new ReportMetric(
              metric.name(), shown(metric.value()), source(metric.source()), metric.cellIndex()));
    }
    return all;
  }

  private static String source(Metric.Source source) {
    return switch (source) {
      case RECORD -> ASKED;
      case SCRAP -> "scrap in";
      case PAPERMILL -> "record in";
      case PRINTED -> "printed by";
      case EXPRESSION -> "last expression of";
    };
  }

  private static ReportMetric.Shown shown(MetricValue value) {
    if (value instanceof Table table) {
      return new ReportMetric.Table(
          table.columns(),
          table.rows().stream().map(row -> row.stream().map(MetricFacts::cell).toList()).toList());
    }
    return new ReportMetric.Value(
        value instanceof Numeric number
            ? number(number.value())
            : value instanceof Text text ? text.value() : String.valueOf(((Flag) value).value()));
  }

  private static String cell(JsonValue value) {
    return switch (value.kind()) {
      case NUMBER -> number(((JsonNumber) value).value().doubleValue());
      case STRING -> ((JsonString) value).value();
      case BOOLEAN -> String.valueOf(((JsonBoolean) value).value());
      case NULL, ARRAY, OBJECT -> JsonNull.NULL.equals(value) ? "" : "…";
    };
  }

  /** All its digits, as Python shows them; whole numbers without a point. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < WHOLE
        ? String.valueOf((long) value)
        : PythonFloat.repr(value);
  }
}
