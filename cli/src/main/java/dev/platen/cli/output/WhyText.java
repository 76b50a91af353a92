package dev.platen.cli.output;

import dev.platen.execute.RunStatus;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.run.RunFolder;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.Verdict;
import dev.platen.study.ledger.Verdicts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says whether a run would run again: a table of its inputs, then one sentence. */
public final class WhyText {
  private static final int LONGEST = 40;

  private final Terminal terminal;
  private final RunFolder folder;
  private final RunMark mark;
  private final boolean all;

  /**
   * Text about one run.
   *
   * @param mark what people noted of it
   * @param all whether inputs that are the same are named one by one
   */
  public WhyText(Terminal terminal, RunFolder folder, RunMark mark, boolean all) {
    this.terminal = terminal;
    this.folder = folder;
    this.mark = mark;
    this.all = all;
  }

  /** For a folder whose run.json says nothing. */
  public void unreadable(String why, boolean json) {
    end(Optional.empty(), Optional.empty(), List.of(), true, why, json);
  }

  /** For a run whose study has another space by now. */
  public void noTrial(PastRun run, boolean json) {
    String why = "the study has no trial with its parameters any more";
    end(Optional.of(run), Optional.empty(), List.of(), false, why, json);
  }

  /** For a run whose inputs were compared. */
  public void verdicts(
      PastRun run, Optional<PastRun> successor, List<Verdict> verdicts, boolean json) {
    String stale = Verdicts.reason(verdicts);
    boolean interrupted = run.status() == RunStatus.INTERRUPTED;
    String why = interrupted ? "it was interrupted" : stale;
    if (!json) {
      terminal.resultText(table(Verdicts.gravestFirst(verdicts)).text());
    }
    end(Optional.of(run), successor, verdicts, !why.isEmpty(), why, json);
  }

  private Table table(List<Verdict> verdicts) {
    Table table = new Table("", "input", "what it is", "was", "is");
    Map<Verdict.Kind, Integer> same = new EnumMap<>(Verdict.Kind.class);
    Map<Verdict.Kind, Integer> of = new EnumMap<>(Verdict.Kind.class);
    for (Verdict each : verdicts) {
      of.merge(each.kind(), 1, Integer::sum);
      if (all || !each.isSame()) {
        table.row(
            each.state().word(),
            cut(each.input()),
            each.kind().word(),
            cut(each.was()),
            cut(each.is()));
      } else {
        same.merge(each.kind(), 1, Integer::sum);
      }
    }
    same.forEach(
        (kind, count) -> table.row("same", count + " of " + of.get(kind), kind.word(), "", ""));
    return table;
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  private void end(
      Optional<PastRun> run,
      Optional<PastRun> successor,
      List<Verdict> verdicts,
      boolean again,
      String why,
      boolean json) {
    if (json) {
      terminal.result(toJson(run, successor, verdicts, again, why));
      return;
    }
    successor.ifPresent(
        newer -> terminal.say("note: a newer run took its place: " + name(newer.folder())));
    if (!mark.isNone()) {
      terminal.result("noted: " + noted());
    }
    terminal.result(name(folder) + " " + sentence(run, again, why));
  }

  /** Such as {@code starred; baseline; before the new data}. */
  private String noted() {
    List<String> parts = new ArrayList<>();
    if (mark.star()) {
      parts.add("starred");
    }
    if (!mark.labels().isEmpty()) {
      parts.add(String.join(", ", mark.labels()));
    }
    if (!mark.note().isEmpty()) {
      parts.add(mark.note().strip().replaceAll("\\s+", " "));
    }
    return String.join("; ", parts);
  }

  private static String sentence(Optional<PastRun> run, boolean again, String why) {
    if (again) {
      return "would run again because " + why;
    }
    if (!why.isEmpty()) {
      return "would not run again: " + why;
    }
    boolean succeeded = run.filter(r -> r.status() == RunStatus.SUCCEEDED).isPresent();
    return succeeded
        ? "would not run again: all that it depends on is the same"
        : "failed, and all that it depends on is the same: it runs again only when asked to";
  }

  private static String name(RunFolder folder) {
    return String.valueOf(folder.path().getFileName());
  }

  private JsonObject toJson(
      Optional<PastRun> run,
      Optional<PastRun> successor,
      List<Verdict> verdicts,
      boolean again,
      String why) {
    return JsonObject.build(
        o -> {
          o.put("id", folder.id()).put("folder", folder.path().toString());
          run.ifPresent(r -> o.put("status", r.status().word()));
          successor.ifPresent(r -> o.put("superseded_by", r.folder().path().toString()));
          if (!mark.isNone()) {
            o.put("noted", mark.toJson());
          }
          o.put("would_run", again).put("because", why);
          o.put(
              "inputs",
              new JsonArray(
                  Verdicts.gravestFirst(verdicts).stream()
                      .<JsonValue>map(Verdict::toJson)
                      .toList()));
        });
  }
}
