package dev.platen.study.compare;

import dev.platen.report.html.HtmlWriter;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.PastRun;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people noted of runs, as columns of a table: of a point what they noted of any of its runs.
 * Where nobody noted anything there are none.
 */
final class MarkColumns {
  private final Function<PastRun, RunMark> marks;
  private final boolean areShown;

  /** For a table of these runs. */
  MarkColumns(List<PastRun> runs, Function<PastRun, RunMark> marks) {
    this.marks = marks;
    this.areShown = runs.stream().anyMatch(run -> !marks.apply(run).isNone());
  }

  void writeHeads(Heads heads) {
    if (areShown) {
      heads.text("Star").text("Labels").text("Note");
    }
  }

  /** What the cells of one row depend on. */
  Object state(List<PastRun> runs) {
    return areShown ? runs.stream().map(marks).toList() : List.of();
  }

  /** Of one row. */
  void writeCells(List<PastRun> runs, HtmlWriter html) {
    if (!areShown) {
      return;
    }
    List<RunMark> noted = runs.stream().map(marks).toList();
    writeStars(noted.stream().filter(RunMark::star).count(), runs.size(), html);
    List<String> labels =
        noted.stream().flatMap(mark -> mark.labels().stream()).distinct().sorted().toList();
    html.open("td");
    labels.forEach(label -> html.element("span", "label", label).text(" "));
    html.text(labels.isEmpty() ? Points.ABSENT : "").close();
    String notes =
        noted.stream()
            .map(RunMark::note)
            .filter(n -> !n.isEmpty())
            .collect(Collectors.joining("\n"));
    html.element("td", notes.isEmpty() ? Points.ABSENT : ShortText.of(notes, ShortText.CELL));
  }

  private static void writeStars(long stars, int runs, HtmlWriter html) {
    html.open("td");
    if (stars == 0) {
      html.text(Points.ABSENT);
    } else {
      html.open("span", "star").attribute("role", "img").attribute("aria-label", "starred");
      html.text(runs == 1 ? "★" : "★ " + stars).close();
    }
    html.close();
  }
}
