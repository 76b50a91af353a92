package dev.platen.study;

import dev.platen.execute.ExecutionOptions;
import dev.platen.json.JsonObject;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunRequest;
import dev.platen.run.Slug;
import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.run.provenance.ProjectSnapshot;
import dev.platen.study.ledger.TrialMark;
import dev.platen.study.spec.Goal;
import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.RunSettings;
import dev.platen.study.spec.StudySpec;
import dev.platen.study.trial.Dimension;
import dev.platen.study.trial.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns trials into the runs to be made of them. */
final class TrialRequests {
  private final LoadedStudy study;
  private final String name;
  private final Path outDir;
  private final Optional<ProjectSnapshot> snapshot;
  private final List<String> varied;
  private final List<String> seeds;
  private final List<String> log;

  TrialRequests(LoadedStudy study, String name, Path outDir, Optional<ProjectSnapshot> snapshot) {
    this.study = study;
    this.name = name;
    this.outDir = outDir;
    this.snapshot = snapshot;
    this.varied =
        study.spec().space().dimensions().stream()
            .map(Dimension::names)
            .flatMap(List::stream)
            .toList();
    this.log =
        study.spec().space().dimensions().stream()
            .map(Dimension::logarithmic)
            .flatMap(List::stream)
            .toList();
    this.seeds = study.spec().space().repeats().parameter().stream().toList();
  }

  /** The run of a trial; attempts are counted from 1. */
  RunRequest of(Trial trial, int attempt) {
    StudySpec spec = study.spec();
    RunSettings run = spec.run();
    return RunRequest.of(study.template())
        .parameters(trial.all())
        .kernel(run.kernel())
        .outDir(outDir)
        .env(run.env())
        .execution(ExecutionOptions.DEFAULT.withTimeouts(run.limits().cell(), run.limits().run()))
        .title(spec.report().title())
        .report(spec.report().options())
        .record(spec.record())
        .inputs(new DeclaredInputs(study.dir(), spec.inputs()))
        .snapshot(snapshot)
        .memoryLimit(run.memory())
        .label(Optional.of(label(trial)))
        .extra(JsonObject.EMPTY.with(TrialMark.KEY, mark(trial, attempt).toJson()))
        .build();
  }

  private TrialMark mark(Trial trial, int attempt) {
    return new TrialMark(
        name,
        varied,
        seeds,
        trial.repeat(),
        attempt,
        study.spec().goal().map(TrialRequests::goal),
        study.spec().record(),
        study.spec().interval() == StudySpec.Interval.BOOTSTRAP,
        List.copyOf(trial.fixed().values().keySet()),
        log);
  }

  private static TrialMark.GoalMark goal(Goal goal) {
    return new TrialMark.GoalMark(goal.metric(), goal.direction() == Goal.Direction.MIN);
  }

  /** What tells the trial from others, as its folder's name: {@code hidden=32,seed=2}. */
  private String label(Trial trial) {
    Parameters varied = trial.varied();
    String text = Slug.text(varied);
    boolean alike = trial.seed().isEmpty() && study.spec().space().repeats().count() > 1;
    return alike ? text + (text.isEmpty() ? "" : ",") + "repeat=" + (trial.repeat() + 1) : text;
  }
}
