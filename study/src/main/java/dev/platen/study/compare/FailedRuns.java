package dev.platen.study.compare;

import dev.platen.report.html.HtmlWriter;
import dev.platen.study.ledger.PastRun;
import java.util.ArrayList;
import java.util.List;

/** The runs that ended badly, each with its error. */
final class FailedRuns {
  private static final int MOST = 100;

  private final List<PastRun> failed;
  private final ComparedTemplate runs;
  private final String label;
  private final RunLinks links;
  private final HtmlWriter html;

  FailedRuns(
      List<PastRun> failed, ComparedTemplate runs, String label, RunLinks links, HtmlWriter html) {
    this.failed = failed;
    this.runs = runs;
    this.label = label;
    this.links = links;
    this.html = html;
  }

  void write() {
    List<String> names = new ArrayList<>(runs.groups().varied());
    names.addAll(runs.groups().seeds());
    html.open("ul", "errors").attribute("aria-labelledby", label).line();
    for (PastRun run : failed.subList(0, Math.min(MOST, failed.size()))) {
      String point =
          names.isEmpty() ? run.title() : runs.groups().numbers().words(run.parameters(), names);
      html.open("li");
      Badges.writeSmall(run.status().word(), html);
      html.text(" ");
      if (RunGroup.hasEnded(run)) {
        html.open("a").attribute("href", links.url(run, "report.html")).text(point).close();
      } else {
        html.text(point);
      }
      html.text(" ").element("code", run.error()).close().line();
    }
    html.close().line();
    if (failed.size() > MOST) {
      html.element("p", "note", failed.size() - MOST + " more are in runs.csv.").line();
    }
  }
}
