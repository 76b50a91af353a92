package dev.platen.study.plan;

import dev.platen.execute.RunStatus;
import dev.platen.parameter.Parameters;
import dev.platen.run.Template;
import dev.platen.study.ledger.Expectation;
import dev.platen.study.ledger.Freshness;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.LedgerIndex;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import dev.platen.study.ledger.Verdict;
import dev.platen.study.ledger.Verdicts;
import dev.platen.study.trial.Space;
import dev.platen.study.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Says of every trial whether it is to be run. Safe for any thread. */
public final class Planner {
  private final Template template;
  private final Map<String, String> record;
  private final Supplier<Ledger> ledger;
  private final Freshness freshness;
  private final Function<Parameters, Expectation> expectation;
  private final Rerun rerun;
  private final Instant since;

  /**
   * A planner.
   *
   * @param record by metric the expression that a run would evaluate now
   * @param ledger what is known by now
   * @param expectation what a run with these effective parameters would depend on by now
   * @param since runs that started later are not run again by {@link Rerun}
   */
  public Planner(
      Template template,
      Map<String, String> record,
      Supplier<Ledger> ledger,
      Freshness freshness,
      Function<Parameters, Expectation> expectation,
      Rerun rerun,
      Instant since) {
    this.template = template;
    this.record = Map.copyOf(record);
    this.ledger = ledger;
    this.freshness = freshness;
    this.expectation = expectation;
    this.rerun = rerun;
    this.since = since;
  }

  /** The space's trials, made and looked at as they are asked for. */
  public Stream<PlannedTrial> plan(Space space) {
    return space.trials().map(trial -> new PlannedTrial(trial, need(trial)));
  }

  /** Whether the trial is to be run, by what the ledger knows now. */
  public Need need(Trial trial) {
    Parameters given = trial.all();
    Parameters effective = template.effective(given);
    OptionalInt repeat =
        trial.seed().isEmpty() ? OptionalInt.of(trial.repeat()) : OptionalInt.empty();
    LedgerIndex index = ledger.get().index();
    List<PastRun> same = index.exactly(effective, repeat);
    List<PastRun> others = same.isEmpty() ? alike(index, given, repeat) : same;
    return others.isEmpty() ? new Need.ToRun(Need.ToRun.NEVER_RAN) : best(others, effective);
  }

  /** Runs of which a study asked the same, whatever the types and the template's defaults were. */
  private static List<PastRun> alike(LedgerIndex index, Parameters given, OptionalInt repeat) {
    Set<String> names = given.values().keySet();
    return index.loosely(given, repeat).stream()
        .filter(run -> run.trial().filter(mark -> !mark.names().equals(names)).isEmpty())
        .toList();
  }

  /** The newest run that still stands decides; if none does, the newest says why. */
  private Need best(List<PastRun> runs, Parameters effective) {
    String because = "";
    for (PastRun run : runs) {
      Need need = need(run, effective);
      if (!(need instanceof Need.ToRun again)) {
        return need;
      }
      because = because.isEmpty() ? again.because() : because;
    }
    return new Need.ToRun(because);
  }

  private Need need(PastRun run, Parameters effective) {
    if (run.status() == RunStatus.INTERRUPTED) {
      // What it depended on doesn't matter, and if Platen was killed it isn't even known.
      return new Need.ToRun("it was interrupted");
    }
    String stale = stale(run, effective);
    return stale.isEmpty() ? standing(run) : new Need.ToRun(stale);
  }

  private String stale(PastRun run, Parameters effective) {
    List<Verdict> verdicts = freshness.check(run, expectation.apply(effective));
    String inputs = Verdicts.reason(verdicts);
    return inputs.isEmpty() ? otherwiseMeasured(run) : inputs;
  }

  /** Numbers that were found in different ways must not stand under one name. */
  private String otherwiseMeasured(PastRun run) {
    return run.trial().map(TrialMark::record).orElse(Map.of()).entrySet().stream()
        .filter(then -> record.containsKey(then.getKey()))
        .filter(then -> !then.getValue().equals(record.get(then.getKey())))
        .findFirst()
        .map(then -> "the expression of the metric '" + then.getKey() + "' changed")
        .orElse("");
  }

  private Need standing(PastRun run) {
    boolean mayRunAgain = run.started().isBefore(since);
    if (run.status() == RunStatus.SUCCEEDED) {
      return rerun == Rerun.ALL && mayRunAgain
          ? new Need.ToRun("all are to run again")
          : new Need.Done(run);
    }
    return switch (run.status()) {
      case FAILED, TIMED_OUT, KERNEL_LOST ->
          rerun != Rerun.NONE && mayRunAgain
              ? new Need.ToRun("it failed before")
              : new Need.FailedBefore(run);
      default -> new Need.ToRun("it never ended");
    };
  }
}
