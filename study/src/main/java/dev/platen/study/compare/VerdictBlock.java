package dev.platen.study.compare;

import dev.platen.report.html.HtmlWriter;
import dev.platen.study.ledger.TrialMark.GoalMark;
import dev.platen.study.stats.NumberWords;
import dev.platen.study.stats.PairedComparison;
import dev.platen.study.stats.Summary;
import java.util.List;
import java.util.Optional;

/** What the runs say, in words, and what that rests on. */
final class VerdictBlock {
  private final ComparedTemplate runs;
  private final HtmlWriter html;

  VerdictBlock(ComparedTemplate runs, HtmlWriter html) {
    this.runs = runs;
    this.html = html;
  }

  void write() {
    Optional<Ranking> ranking = runs.ranking();
    if (ranking.isEmpty()) {
      html.open("p", "note").text("No point is called best: the study names no ");
      html.element("code", "goal").text(".").close().line();
      return;
    }
    Ranking found = ranking.get();
    Optional<RunGroup> best = found.best();
    String clear =
        found.comparison().filter(PairedComparison::isClear).map(c -> " clear").orElse("");
    html.open("section", "verdict" + clear).attribute("aria-label", "What the runs say").line();
    if (best.isEmpty()) {
      String metric = found.goal().metric();
      html.element("p", "lead", "No run has a finite " + metric + " yet.");
    } else {
      html.element(
          "p",
          "lead",
          found
              .shortWords()
              .map(VerdictBlock::sentence)
              .orElse("Nothing to compare " + best.get().label() + " with."));
      html.line();
      writeBasis(found, best.get());
    }
    html.close().line();
  }

  private void writeBasis(Ranking ranking, RunGroup best) {
    GoalMark goal = ranking.goal();
    Summary summary = best.summary(goal.metric());
    html.open("p", "basis").text("Best of " + points(ranking) + " by " + goal.metric());
    html.text(goal.least() ? " (less is better): " : " (more is better): ");
    html.open("strong").text(best.label()).close();
    html.text(", " + mean(summary) + ".");
    ranking
        .comparison()
        .ifPresent(
            c ->
                c.wilcoxon()
                    .ifPresent(
                        p ->
                            html.text(
                                " Wilcoxon's signed-rank test against the next best: p "
                                    + NumberWords.alone(p, 2)
                                    + ".")));
    if (ranking.isSwapped()) {
      html.text(
          " The next best has the better mean over all its repeats, but lacks some seeds; on those"
              + " that both have it is behind.");
    }
    if (ranking.ranked().stream().limit(2).anyMatch(RunGroup::isMixed)) {
      html.text(
          " Not all repeats of these ran the same code: platen why says which would run again.");
    }
    List<RunGroup> compared = ranking.ranked().stream().limit(2).toList();
    notCounted(compared.stream().mapToInt(RunGroup::failed).sum(), "failed", "failed");
    notCounted(
        compared.stream().mapToInt(RunGroup::interrupted).sum(),
        "was interrupted",
        "were interrupted");
    int unranked = runs.groups().groups().size() - ranking.ranked().size();
    if (unranked > 0) {
      html.text(
          unranked == 1
              ? " One point has no finite value."
              : " " + unranked + " points have no finite value.");
    }
    html.close().line();
  }

  private void notCounted(int many, String one, String several) {
    if (many == 1) {
      html.text(" One repeat of these two " + one + " and doesn't count.");
    } else if (many > 1) {
      html.text(" " + many + " repeats of these two " + several + " and don't count.");
    }
  }

  /** A point's name keeps its case; a sentence that begins with our own words has a capital. */
  private static String sentence(String words) {
    return words.startsWith("the ") ? "T" + words.substring(1) : words;
  }

  private static String points(Ranking ranking) {
    int count = ranking.ranked().size();
    return count == 1 ? "1 point" : count + " points";
  }

  static String mean(Summary summary) {
    NumberWords digits = NumberWords.of(summary.sd(), summary.mean());
    return summary.n() < 2
        ? NumberWords.alone(summary.mean()) + " in its only repeat"
        : "mean " + digits.say(summary.mean()) + ", standard deviation " + digits.say(summary.sd());
  }
}
