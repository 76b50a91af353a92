package dev.platen.study.export.table;

import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.study.compare.CsvColumns;
import dev.platen.study.compare.RunLinks;
import dev.platen.study.label.RunMark;
import dev.platen.study.label.RunMarks;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code runs.csv} with their types: a row a run, the oldest first. */
public final class RunsTable {
  private final List<PastRun> runs;
  private final List<Column> columns = new ArrayList<>();

  private RunsTable(List<PastRun> runs) {
    this.runs = runs;
  }

  /**
   * Makes the table of all runs whose seal isn't broken.
   *
   * @param dir to which paths are relative
   */
  public static List<Column> of(Ledger ledger, Path dir) {
    List<PastRun> runs =
        new ArrayList<>(ledger.runs().stream().filter(run -> run.sealIssue().isEmpty()).toList());
    java.util.Collections.reverse(runs);
    RunsTable table = new RunsTable(runs);
    table.fill(ledger, new RunLinks(dir), RunMarks.read(ledger.dir()));
    return List.copyOf(table.columns);
  }

  private void fill(Ledger ledger, RunLinks links, RunMarks marks) {
    Set<String> parameters = new LinkedHashSet<>();
    Set<String> metrics = new LinkedHashSet<>();
    for (PastRun run : runs) {
      parameters.addAll(run.parameters().values().keySet());
      run.metrics().values().stream()
          .filter(metric -> !(metric.value() instanceof MetricValue.Table))
          .forEach(metric -> metrics.add(metric.name()));
    }
    List<String> names = CsvColumns.names(CsvColumns.FIRST, parameters, metrics, CsvColumns.LAST);
    text("id", PastRun::id);
    text("study", run -> run.trial().map(TrialMark::study).orElse(null));
    text("template", PastRun::template);
    text("status", run -> run.status().word());
    add("superseded", ColumnType.FLAG, ledger::isSuperseded);
    add("repeat", ColumnType.WHOLE, run -> run.trial().map(t -> (long) t.repeat()).orElse(null));
    add("attempt", ColumnType.WHOLE, run -> run.trial().map(t -> (long) t.attempt()).orElse(null));
    int next = CsvColumns.FIRST.size();
    for (String name : parameters) {
      parameter(names.get(next++), name);
    }
    for (String name : metrics) {
      metric(names.get(next++), name);
    }
    add("seconds", ColumnType.NUMBER, run -> Double.isNaN(run.seconds()) ? null : run.seconds());
    add("started", ColumnType.TIME, PastRun::started);
    add(
        "peak_memory_bytes",
        ColumnType.WHOLE,
        run -> run.peakMemory().isPresent() ? run.peakMemory().getAsLong() : null);
    text("error", run -> run.error().isEmpty() ? null : run.error());
    text("folder", run -> links.path(run, ""));
    text("report", run -> run.sealed() ? links.path(run, "report.html") : null);
    Function<PastRun, RunMark> mark = run -> marks.of(run.id());
    add("star", ColumnType.FLAG, run -> mark.apply(run).star());
    text("labels", run -> String.join(", ", mark.apply(run).labels()));
    text("note", run -> mark.apply(run).note());
  }

  private void text(String name, Function<PastRun, @Nullable Object> value) {
    add(name, ColumnType.TEXT, value);
  }

  private void add(String name, ColumnType type, Function<PastRun, @Nullable Object> value) {
    List<@Nullable Object> values = new ArrayList<>();
    runs.forEach(run -> values.add(value.apply(run)));
    columns.add(new Column(name, type, values));
  }

  private void parameter(String column, String name) {
    List<@Nullable Object> values = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (PastRun run : runs) {
      ParameterValue value = run.parameters().values().get(name);
      values.add(RunValues.of(value));
      words.add(value == null ? "" : RunValues.words(value));
    }
    columns.add(Column.of(column, values, words));
  }

  /** Numbers among texts are texts, with all their digits. */
  private void metric(String column, String name) {
    List<@Nullable Object> values = new ArrayList<>();
    for (PastRun run : runs) {
      Metric metric = run.metrics().get(name);
      values.add(RunValues.of(metric == null ? null : metric.value()));
    }
    List<String> words = values.stream().map(value -> Objects.toString(value, "")).toList();
    columns.add(Column.of(column, values, words));
  }
}
