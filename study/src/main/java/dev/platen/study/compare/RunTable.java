package dev.platen.study.compare;

import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.report.Durations;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.TrustedHtml;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.stats.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row a run, with a link to its report. */
final class RunTable {
  private static final int DIGITS = 5;

  /** Of a study with a hundred metrics the table shows the first; the rest is in runs.csv. */
  private static final int METRICS = 12;

  private final List<String> names = new ArrayList<>();
  private final List<String> metrics;
  private final Set<String> numbers;
  private final ShownNumbers shown;
  private final String main;
  private final boolean areRepeated;
  private final MarkColumns marks;
  private final String label;
  private final RunLinks links;
  private final RunCache<TrustedHtml> known;
  private final HtmlWriter html;

  RunTable(
      ComparedTemplate runs,
      MarkColumns marks,
      String label,
      RunLinks links,
      RunCache<TrustedHtml> known,
      HtmlWriter html) {
    this.names.addAll(runs.groups().varied());
    this.names.addAll(runs.groups().seeds());
    this.numbers = Set.copyOf(runs.numbers());
    this.shown = runs.groups().numbers();
    this.main = runs.mainMetric().orElse("");
    this.metrics = runs.metrics().stream().limit(METRICS).toList();
    this.areRepeated = runs.groups().areRepeated() && runs.groups().seeds().isEmpty();
    this.marks = marks;
    this.label = label;
    this.links = links;
    this.known = known;
    this.html = html;
  }

  void write(List<PastRun> runs) {
    String labelled = label.isEmpty() ? null : label;
    html.open("div", "scroll").attribute("role", labelled == null ? null : "region");
    html.attribute("aria-labelledby", labelled);
    html.open("table", "sortable").attribute("aria-labelledby", labelled).line();
    html.open("thead").open("tr");
    Heads heads = new Heads(html).text("Run").text("Status");
    names.forEach(heads::code);
    marks.writeHeads(heads);
    if (areRepeated) {
      heads.number("Repeat");
    }
    metrics.forEach(
        name -> {
          if (name.equals(main)) {
            heads.main(name);
          } else if (numbers.contains(name)) {
            heads.metric(name);
          } else {
            heads.code(name);
          }
        });
    heads.number("Time");
    html.close().close().line().open("tbody").line();
    List<Object> columns = List.of(names, metrics, numbers, shown, main, areRepeated);
    for (PastRun run : runs.subList(0, Math.min(runs.size(), StaticRows.MOST))) {
      List<Object> state = List.of(columns, marks.state(List.of(run)));
      html.trusted(
          known.of(run, state, each -> HtmlWriter.fragment(fragment -> row(each, fragment))));
    }
    html.close().close().close().line();
    StaticRows.writeRest(runs.size(), html);
  }

  private void row(PastRun run, HtmlWriter html) {
    html.open("tr").open("th").attribute("scope", "row");
    if (RunGroup.hasEnded(run)) {
      html.open("a").attribute("href", links.url(run, "report.html")).text(run.id()).close();
    } else {
      html.text(run.id());
    }
    html.close().open("td");
    Badges.writeSmall(run.status().word(), html);
    html.close();
    for (String name : names) {
      html.open("td");
      shown.write(run.parameters(), name, html);
      html.close();
    }
    marks.writeCells(List.of(run), html);
    if (areRepeated) {
      String repeat = run.trial().map(t -> Integer.toString(t.repeat())).orElse(Points.ABSENT);
      html.element("td", "n", repeat);
    }
    for (String name : metrics) {
      String number = numbers.contains(name) ? "n" : null;
      html.open("td").attribute("class", name.equals(main) ? "n main" : number);
      html.text(words(run.metrics().get(name))).close();
    }
    html.open("td", "n");
    if (Double.isFinite(run.seconds())) {
      html.attribute("data-v", Double.toString(run.seconds()));
      html.text(Durations.words(Durations.ofSeconds(run.seconds())));
    } else {
      html.text(Points.ABSENT);
    }
    html.close().close().line();
  }

  private static String words(@Nullable Metric metric) {
    if (metric == null) {
      return Points.ABSENT;
    }
    MetricValue value = metric.value();
    if (value instanceof MetricValue.Numeric number) {
      return NumberWords.alone(number.value(), DIGITS);
    } else if (value instanceof MetricValue.Flag flag) {
      return flag.value() ? "True" : "False";
    }
    return value instanceof MetricValue.Text text
        ? ShortText.of(text.value(), ShortText.CELL)
        : "a table";
  }
}
