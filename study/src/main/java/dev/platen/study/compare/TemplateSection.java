package dev.platen.study.compare;

import dev.platen.report.html.HtmlWriter;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.PastRun;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All of one template: what is best, its points, its runs. */
final class TemplateSection {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final ComparedTemplate runs;
  private final int index;
  private final RunLinks links;
  private final Function<PastRun, RunMark> marks;
  private final PageCache known;
  private final HtmlWriter html;

  /** Of the template at an index; the first is the page's own, others come below it. */
  TemplateSection(
      ComparedTemplate runs,
      int index,
      RunLinks links,
      Function<PastRun, RunMark> marks,
      PageCache known,
      HtmlWriter html) {
    this.runs = runs;
    this.index = index;
    this.links = links;
    this.marks = marks;
    this.known = known;
    this.html = html;
  }

  void write() {
    html.open("section", index == 0 ? "template" : "template other");
    html.attribute("aria-labelledby", id("title")).line();
    html.open("header", "title").attribute("data-part", "title-" + index).line();
    writeTitle();
    html.close().line();
    html.open("div", "explorer").attribute("data-template", Integer.toString(index));
    html.open("noscript").line();
    writePlain();
    html.close().close().line();
    html.open("div").attribute("data-part", "after-" + index).line();
    writeAfter();
    html.close().line();
    html.close().line();
  }

  /**
   * What the page's script would put a table to look through in the place of. A browser that runs
   * scripts takes it as a text, which costs it nothing.
   */
  private void writePlain() {
    MarkColumns noted = new MarkColumns(runs.current(), marks);
    if (runs.groups().areRepeated()) {
      heading("points", "Points", runs.groups().groups().size());
      new GroupTable(runs, noted, id("points"), known.pointRows(), html).write();
    }
    heading("runs", "Runs", runs.current().size());
    new RunTable(runs, noted, id("runs"), links, known.runRows(), html).write(runs.current());
    writeImportance();
    html.element(
        "p",
        "note",
        "Charts, the same output over runs and what differs between them need JavaScript. Every"
            + " run's report has its figures.");
  }

  /** What is best, in words. */
  void writeTitle() {
    html.open(index == 0 ? "h1" : "h2").attribute("id", id("title")).text(runs.name()).close();
    html.line();
    writeCounts();
    if (!runs.current().isEmpty()) {
      new VerdictBlock(runs, html).write();
    }
    writeFixed();
  }

  /** What stands behind the rows: failed and superseded runs. */
  void writeAfter() {
    List<PastRun> bad = runs.current().stream().filter(run -> !run.error().isEmpty()).toList();
    if (!bad.isEmpty()) {
      heading("failed", "What failed", bad.size());
      new FailedRuns(bad, runs, id("failed"), links, html).write();
    }
    writeSuperseded();
  }

  private void writeImportance() {
    Optional<Importance> importance =
        runs.mainMetric()
            .map(metric -> Importance.of(metric, runs.groups(), runs.means()))
            .filter(i -> !i.shares().isEmpty());
    if (importance.isPresent()) {
      html.open(index == 0 ? "h2" : "h3").attribute("id", id("importance"));
      html.text("Which parameters matter").close().line();
      new ImportanceTable(importance.get(), id("importance"), html).write();
    }
  }

  private String id(String part) {
    return index == 0 ? part : part + "-" + (index + 1);
  }

  private void heading(String part, String text, int count) {
    html.open(index == 0 ? "h2" : "h3").attribute("id", id(part)).text(text + " ");
    html.element("small", Integer.toString(count)).close().line();
  }

  private void writeCounts() {
    Map<dev.platen.execute.RunStatus, Integer> counts = new TreeMap<>();
    runs.current().forEach(run -> counts.merge(run.status(), 1, Integer::sum));
    html.open("p", "status-line");
    html.element("span", runs.current().size() == 1 ? "1 run" : runs.current().size() + " runs");
    counts.forEach(
        (status, count) -> {
          html.text(" ");
          Badges.write(status.word(), Integer.toString(count), html);
        });
    html.text(" ").element("span", "Template " + runs.template());
    if (!runs.current().isEmpty()) {
      PastRun newest = runs.current().get(runs.current().size() - 1);
      html.text(" ").element("span", "Last started " + DATE.format(newest.started()));
    }
    html.close().line();
    if (runs.current().stream().anyMatch(run -> !RunGroup.hasEnded(run))) {
      html.element(
          "p",
          "note",
          "A run that hasn't ended either runs now, or its Platen was killed: then"
              + " ‘platen recover’ finishes it.");
      html.line();
    }
  }

  private void writeFixed() {
    Map<String, ?> fixed = runs.groups().fixed().values();
    if (fixed.isEmpty()) {
      return;
    }
    html.open("p", "note").text("The same in every run: ");
    String separator = "";
    for (String name : fixed.keySet()) {
      html.text(separator).open("code").text(name + "=");
      runs.groups().numbers().write(runs.groups().fixed(), name, html);
      html.close();
      separator = " ";
    }
    html.close().line();
  }

  private void writeSuperseded() {
    if (runs.superseded().isEmpty()) {
      return;
    }
    int count = runs.superseded().size();
    html.open("details", "superseded");
    html.element(
        "summary",
        (count == 1 ? "1 run is superseded" : count + " runs are superseded")
            + ": a newer run of the same trial counts instead");
    MarkColumns noted = new MarkColumns(runs.superseded(), marks);
    new RunTable(runs, noted, "", links, known.runRows(), html).write(runs.superseded());
    html.close().line();
  }
}
