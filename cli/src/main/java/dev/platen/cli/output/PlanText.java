package dev.platen.cli.output;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.report.Durations;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.plan.Need;
import dev.platen.study.plan.PlanSummary;
import dev.platen.study.plan.PlannedTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what a study is going to run. */
public final class PlanText {
  private static final int REASONS_SHOWN = 5;
  private static final int DAMAGED_SHOWN = 5;
  private static final Set<String> FIRST = Set.of(Need.ToRun.NEVER_RAN);
  private static final double GB = 1e9;
  private static final double MB = 1e6;

  /** So many lines are planned for a reader who may have left. */
  private static final int LINES_UNASKED = 1000;

  private final Terminal terminal;
  private final boolean json;
  private long lines;

  public PlanText(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** A line of the result for a trial. */
  public void trial(PlannedTrial planned) {
    if (++lines % LINES_UNASKED == 0) {
      terminal.checkDelivered();
    }
    String words = planned.need().words();
    if (json) {
      terminal.resultAmongMany(
          JsonWriter.compactText(
              JsonObject.build(
                  o ->
                      o.put("parameters", planned.trial().all().toJson())
                          .put("repeat", planned.trial().repeat())
                          .put("need", words))));
    } else {
      terminal.resultAmongMany(planned.trial().display() + ": " + words);
    }
  }

  /** What there is to be run, how long it will take, and whether there is room. */
  public void summary(PlanSummary plan) {
    terminal.flushResult();
    if (!plan.changes().isEmpty()) {
      terminal.say("the study has changed since it last started:");
      plan.changes().forEach(change -> terminal.say("  " + change));
    }
    terminal.say(counts(plan));
    boolean isFirst = plan.done() == 0 && plan.because().keySet().equals(FIRST);
    plan.because().entrySet().stream()
        .limit(isFirst ? 0 : REASONS_SHOWN)
        .forEach(each -> terminal.say("  " + each.getValue() + " because " + each.getKey()));
    damaged(plan.damaged());
    plan.hints().forEach(hint -> terminal.say("hint: " + hint));
    if (plan.toRun() > 0) {
      terminal.say(cost(plan));
    }
  }

  private static String counts(PlanSummary plan) {
    List<String> parts = new ArrayList<>();
    parts.add(plan.trials() + (plan.trials() == 1 ? " trial" : " trials"));
    if (plan.done() > 0) {
      parts.add(plan.done() + " done");
    }
    if (plan.failedBefore() > 0) {
      parts.add(plan.failedBefore() + " failed before (--retry-failed runs them again)");
    }
    parts.add(plan.toRun() + " to run");
    return String.join(", ", parts);
  }

  /** A trial whose only run is among them is planned as if it never ran. */
  private void damaged(List<BrokenFolder> folders) {
    if (folders.isEmpty()) {
      return;
    }
    terminal.say(
        folders.size() == 1
            ? "1 damaged run, which doesn't count:"
            : folders.size() + " damaged runs, which don't count:");
    for (BrokenFolder each : folders.subList(0, Math.min(DAMAGED_SHOWN, folders.size()))) {
      terminal.say("  " + each.folder().path().getFileName() + ": " + each.why());
    }
    if (folders.size() > DAMAGED_SHOWN) {
      terminal.say("  … and " + (folders.size() - DAMAGED_SHOWN) + " more, on the compare page");
    }
  }

  private static String cost(PlanSummary plan) {
    StringBuilder text = new StringBuilder().append(plan.parallel()).append(" at once");
    plan.time().ifPresent(time -> text.append(", about ").append(Durations.words(time)));
    plan.bytes()
        .ifPresent(
            bytes ->
                text.append(", about ")
                    .append(size(bytes))
                    .append(" of ")
                    .append(size(plan.freeBytes()))
                    .append(" free"));
    if (plan.bytes().isPresent() && plan.bytes().getAsLong() > plan.freeBytes()) {
      text.append(": the disk is too small");
    }
    return text.toString();
  }

  private static String size(long bytes) {
    return bytes >= GB
        ? String.format(Locale.ROOT, "%.1f GB", bytes / GB)
        : String.format(Locale.ROOT, "%.1f MB", bytes / MB);
  }
}
