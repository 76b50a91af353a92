package dev.platen.study.compare;

import dev.platen.report.Durations;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.TrustedHtml;
import dev.platen.study.stats.NumberWords;
import dev.platen.study.stats.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** One row a point, the best first: what its repeats say together. */
final class GroupTable {
  /** Of a study with fifty metrics the table shows the first; the rest is in runs.csv. */
  private static final int OTHER_METRICS = 6;

  private final ComparedTemplate runs;
  private final List<String> varied;
  private final Optional<String> main;
  private final List<String> others;
  private final Optional<Ranking> ranking;
  private final Map<String, ToIntFunction<RunGroup>> counts = new LinkedHashMap<>();
  private final MarkColumns marks;
  private final String label;
  private final RunCache<TrustedHtml> known;
  private final HtmlWriter html;

  GroupTable(
      ComparedTemplate runs,
      MarkColumns marks,
      String label,
      RunCache<TrustedHtml> known,
      HtmlWriter html) {
    this.runs = runs;
    this.varied = runs.groups().varied();
    this.main = runs.mainMetric();
    this.others = runs.numbers().stream().skip(1).limit(OTHER_METRICS).toList();
    this.ranking = runs.ranking();
    countIfAny("Interrupted", RunGroup::interrupted);
    countIfAny("Not ended", RunGroup::unended);
    this.marks = marks;
    this.label = label;
    this.known = known;
    this.html = html;
  }

  private void countIfAny(String name, ToIntFunction<RunGroup> many) {
    if (runs.groups().groups().stream().anyMatch(group -> many.applyAsInt(group) > 0)) {
      counts.put(name, many);
    }
  }

  void write() {
    List<RunGroup> ordered = inOrder();
    StripPlot plot =
        StripPlot.over(
            ordered.stream()
                .limit(StaticRows.MOST)
                .flatMap(group -> main.stream().map(group::summary))
                .toList());
    html.open("div", "scroll").attribute("role", "region").attribute("aria-labelledby", label);
    html.open("table", "sortable").attribute("aria-labelledby", label).line();
    html.open("thead").open("tr");
    Heads heads = new Heads(html);
    varied.forEach(heads::code);
    if (varied.isEmpty()) {
      heads.text("Point");
    }
    heads.number("n").number("Failed");
    counts.keySet().forEach(heads::number);
    main.ifPresent(
        metric -> {
          heads.main(metric + " mean ± sd").number("95 % interval");
          heads.scale("Repeats", plot.ends()).number("min").number("max");
        });
    others.forEach(heads::metric);
    marks.writeHeads(heads);
    heads.number("Time a run");
    html.close().close().line().open("tbody").line();
    List<Object> columns =
        List.of(varied, runs.groups().numbers(), main, others, List.copyOf(counts.keySet()), plot);
    for (RunGroup group : ordered.subList(0, Math.min(ordered.size(), StaticRows.MOST))) {
      boolean isBest = ranking.flatMap(Ranking::best).filter(group::equals).isPresent();
      List<Object> state = List.of(columns, group, isBest, marks.state(group.runs()));
      html.trusted(
          known.of(
              group.runs().get(0),
              state,
              first -> HtmlWriter.fragment(row -> row(group, isBest, plot, row))));
    }
    html.close().close().close().line();
    StaticRows.writeRest(ordered.size(), html);
    long more = runs.numbers().size() - 1L - others.size();
    if (more > 0) {
      html.element("p", "note", more + " more metrics are in runs.csv.");
    }
  }

  /** The best first; those without a value last. */
  private List<RunGroup> inOrder() {
    List<RunGroup> ordered = new ArrayList<>(ranking.map(Ranking::ranked).orElse(List.of()));
    // By identity: ten thousand groups are not compared by their content.
    Set<RunGroup> ranked = Collections.newSetFromMap(new IdentityHashMap<>());
    ranked.addAll(ordered);
    runs.groups().groups().stream().filter(group -> !ranked.contains(group)).forEach(ordered::add);
    return ordered;
  }

  private void row(RunGroup group, boolean isBest, StripPlot plot, HtmlWriter html) {
    html.open("tr").attribute("class", isBest ? "best" : null);
    boolean first = true;
    for (String name : varied) {
      html.open(first ? "th" : "td").attribute("scope", first ? "row" : null);
      runs.groups().numbers().write(group.parameters(), name, html);
      mark(first && isBest, first && group.isMixed(), html);
      html.close();
      first = false;
    }
    if (varied.isEmpty()) {
      html.open("th").attribute("scope", "row").text(group.label());
      mark(isBest, group.isMixed(), html);
      html.close();
    }
    html.element("td", "n", Integer.toString(count(group)));
    html.element("td", group.failed() == 0 ? "n" : "n bad", Integer.toString(group.failed()));
    counts
        .values()
        .forEach(many -> html.element("td", "n", Integer.toString(many.applyAsInt(group))));
    main.ifPresent(metric -> mainCells(group.summary(metric), group.values(metric), plot, html));
    others.forEach(metric -> html.element("td", "n", meanAndSd(group.summary(metric))));
    marks.writeCells(group.runs(), html);
    duration(group.seconds(), html);
    html.close().line();
  }

  /** What the row rests on. */
  private int count(RunGroup group) {
    return main.map(metric -> group.summary(metric).n())
        .orElseGet(() -> (int) group.runs().stream().filter(RunGroup::hasSucceeded).count());
  }

  private static void mark(boolean isBest, boolean isMixed, HtmlWriter html) {
    if (isBest) {
      html.text(" ").element("span", "mark", "best");
    }
    if (isMixed) {
      html.text(" ").element("small", "of different code");
    }
  }

  private static void mainCells(Summary summary, double[] values, StripPlot plot, HtmlWriter html) {
    NumberWords digits = digits(summary);
    html.open("td", "n main").text(meanAndSd(summary));
    if (summary.notFinite() > 0) {
      html.text(" ").element("small", summary.notFinite() + " not finite");
    }
    html.close();
    html.element(
        "td",
        "n",
        summary.n() < 2 ? Points.ABSENT : summary.interval().map(digits::say).orElse(""));
    html.open("td", "plot");
    plot.write(summary, values, html);
    html.close();
    html.element("td", "n", number(digits, summary.min()));
    html.element("td", "n", number(digits, summary.max()));
  }

  private static void duration(double seconds, HtmlWriter html) {
    html.open("td", "n");
    if (Double.isNaN(seconds)) {
      html.text(Points.ABSENT);
    } else {
      html.attribute("data-v", Double.toString(seconds));
      html.text(Durations.words(Durations.ofSeconds(seconds)));
    }
    html.close();
  }

  private static String meanAndSd(Summary summary) {
    NumberWords digits = digits(summary);
    return summary.n() < 2
        ? number(digits, summary.mean())
        : digits.say(summary.mean()) + " ± " + digits.say(summary.sd());
  }

  private static NumberWords digits(Summary summary) {
    return NumberWords.of(summary.sd(), summary.mean());
  }

  private static String number(NumberWords digits, double value) {
    return Double.isNaN(value) ? Points.ABSENT : digits.say(value);
  }
}
