package dev.platen.study.compare;

import dev.platen.metric.MetricValue;
import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import dev.platen.storage.WholeFile;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code runs.csv}: one row a run, the oldest first; RFC 4180 in UTF-8. First what the run is, then
 * its parameters, its metrics (tables apart), and what it took. What a run doesn't have is empty.
 */
final class RunsCsv {
  private final Comparison comparison;
  private final RunLinks links;
  private final RunCache<byte[]> rows;
  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = new CsvWriter(text);
  private final List<String> parameters;
  private final List<String> metrics;

  private RunsCsv(Comparison comparison, RunCache<byte[]> rows) {
    this.comparison = comparison;
    this.links = comparison.links();
    this.rows = rows;
    RunNames names = RunNames.of(comparison.runs(), comparison.points());
    this.parameters = names.parameters();
    this.metrics = names.metrics();
  }

  static void write(Comparison comparison, RunCache<byte[]> rows, Path file) {
    WholeFile.writeShared(file, out -> write(comparison, rows, out));
  }

  static void write(Comparison comparison, RunCache<byte[]> rows, OutputStream out)
      throws IOException {
    new RunsCsv(comparison, rows).writeTo(out);
  }

  private void writeTo(OutputStream out) throws IOException {
    List<String> names = CsvColumns.names(CsvColumns.FIRST, parameters, metrics, CsvColumns.LAST);
    rows.begin(List.of(parameters, metrics));
    for (String name : names) {
      csv.text(name);
    }
    out.write(line());
    for (PastRun run : comparison.runs()) {
      out.write(rows.of(run, state(run), this::row));
    }
  }

  /** What a row depends on beside its run. */
  private List<Object> state(PastRun run) {
    return List.of(comparison.isSuperseded().test(run), comparison.marks().apply(run));
  }

  private byte[] line() {
    csv.end();
    byte[] line = text.toString().getBytes(StandardCharsets.UTF_8);
    text.getBuffer().setLength(0);
    return line;
  }

  private byte[] row(PastRun run) {
    TrialMark trial = run.trial().orElse(null);
    csv.text(run.id()).text(trial == null ? "" : trial.study()).text(run.template());
    csv.text(run.status().word()).flag(comparison.isSuperseded().test(run));
    csv.plain(trial == null ? "" : Integer.toString(trial.repeat()));
    csv.plain(trial == null ? "" : Integer.toString(trial.attempt()));
    for (String name : parameters) {
      parameter(run.parameters().values().get(name));
    }
    for (String name : metrics) {
      metric(run.metrics().containsKey(name) ? run.metrics().get(name).value() : null);
    }
    csv.plain(Double.isNaN(run.seconds()) ? "" : Double.toString(run.seconds()));
    csv.plain(run.started().toString());
    csv.plain(run.peakMemory().isPresent() ? Long.toString(run.peakMemory().getAsLong()) : "");
    csv.text(run.error()).text(links.path(run, ""));
    csv.text(RunGroup.hasEnded(run) ? links.path(run, "report.html") : "");
    RunMark mark = comparison.marks().apply(run);
    csv.flag(mark.star()).text(String.join(", ", mark.labels())).text(mark.note());
    return line();
  }

  private void parameter(@Nullable ParameterValue value) {
    if (value == null) {
      csv.plain("");
    } else if (value instanceof StringValue text) {
      csv.text(text.value());
    } else if (value instanceof BooleanValue flag) {
      csv.flag(flag.value());
    } else if (value instanceof FloatValue number) {
      csv.number(number.value());
    } else if (value instanceof IntegerValue whole) {
      csv.plain(whole.value().toString());
    } else {
      csv.text(value.display());
    }
  }

  private void metric(@Nullable MetricValue value) {
    if (value instanceof MetricValue.Numeric number) {
      csv.number(number.value());
    } else if (value instanceof MetricValue.Flag flag) {
      csv.flag(flag.value());
    } else if (value instanceof MetricValue.Text text) {
      csv.text(text.value());
    } else {
      csv.plain("");
    }
  }
}
