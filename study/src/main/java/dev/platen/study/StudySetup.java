package dev.platen.study;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.Parameters;
import dev.platen.run.KernelChoice;
import dev.platen.run.RunFolder;
import dev.platen.run.Runner;
import dev.platen.run.Template;
import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.run.provenance.FileHasher;
import dev.platen.run.provenance.ProjectScope;
import dev.platen.run.provenance.ProjectSnapshot;
import dev.platen.storage.StorageFaults;
import dev.platen.study.backend.Backend;
import dev.platen.study.backend.local.LocalBackend;
import dev.platen.study.backend.local.Parallelism;
import dev.platen.study.ledger.Expectation;
import dev.platen.study.ledger.Freshness;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.plan.Census;
import dev.platen.study.plan.Experience;
import dev.platen.study.plan.PlanSummary;
import dev.platen.study.plan.PlannedTrial;
import dev.platen.study.plan.Planner;
import dev.platen.study.plan.SeedHint;
import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.RunSettings;
import dev.platen.study.trial.Trial;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A study that is ready to be run: what is known, what is planned, and where it is to happen. */
final class StudySetup {
  private static final Pattern WILD = Pattern.compile("[*?\\[\\]{}\\\\]");

  private final LoadedStudy study;
  private final OutFolder out;
  private final KernelChoice kernel;
  private final Books books;
  private final Planner planner;
  private final Experience experience;
  private final int parallel;

  /**
   * Looks at all there is, and changes nothing.
   *
   * @throws Fault if there is no kernel, or the study can't be run as it is
   */
  StudySetup(LoadedStudy study, StudyOptions options, Map<String, String> env, Clock clock) {
    this.study = study;
    this.out = new OutFolder(outDir(study, options));
    out.check();
    checkApart();
    RunSettings run = study.spec().run();
    Template template = study.template();
    this.kernel = KernelChoice.of(template, run.kernel(), env);
    Ledger ledger = Ledger.read(out.path());
    this.books = new Books(ledger);
    this.planner =
        new Planner(
            template,
            study.spec().record(),
            books::ledger,
            new Freshness(new FileHasher(clock)),
            expectation(),
            options.rerun(),
            clock.instant());
    this.experience = new Experience(ledger.runs());
    OptionalLong memory = run.memory().isPresent() ? run.memory() : experience.memory();
    this.parallel = Parallelism.of(run.parallel(), memory, run.slots());
  }

  static Path outDir(LoadedStudy study, StudyOptions options) {
    return options.outDir().orElse(study.dir().resolve("runs")).toAbsolutePath().normalize();
  }

  /** A run that is its own input would be stale as soon as it ends. */
  private void checkApart() {
    Path probe = new RunFolder(out.path().resolve("a~b")).record();
    for (String pattern : study.spec().inputs()) {
      if (leadsTo(probe, pattern)) {
        throw Fault.of(FaultKind.STUDY_INVALID, "the runs' folder lies among the study's inputs")
            .where("inputs: " + pattern)
            .found(out.path().toString())
            .mend("narrow the pattern, or put the runs elsewhere with --out");
      }
    }
  }

  /** A folder's name stands for all that is in it. */
  private boolean leadsTo(Path file, String pattern) {
    String dir = WILD.matcher(study.dir().toString()).replaceAll("\\\\$0");
    String whole = Path.of(dir).resolve(pattern).normalize().toString();
    return WILD.matcher(pattern).find()
        ? FileSystems.getDefault().getPathMatcher("glob:" + whole).matches(file)
        : file.startsWith(study.dir().resolve(pattern).normalize());
  }

  private Function<Parameters, Expectation> expectation() {
    DeclaredInputs inputs = new DeclaredInputs(study.dir(), study.spec().inputs());
    Expectation common =
        Expectation.of(study.template(), Parameters.EMPTY, Optional.of(kernel.spec()), inputs);
    return common::with;
  }

  LoadedStudy study() {
    return study;
  }

  OutFolder out() {
    return out;
  }

  KernelChoice kernel() {
    return kernel;
  }

  Books books() {
    return books;
  }

  Planner planner() {
    return planner;
  }

  int parallel() {
    return parallel;
  }

  Backend backend(Runner runner, Map<String, String> env) {
    return new LocalBackend(runner, parallel, study.spec().run().slots(), env);
  }

  /** Keeps the project's modules as they are: what is queued now is what runs. */
  ProjectSnapshot snapshot() {
    Template template = study.template();
    return ProjectSnapshot.take(
        ProjectScope.rootOf(template.dir()), template.path(), out.snapshots());
  }

  /** Every trial, and whether it is to be run. */
  Stream<PlannedTrial> plan() {
    return planner.plan(study.spec().space());
  }

  /**
   * The plan as a whole.
   *
   * @param trials is told of each trial as it is looked at
   */
  PlanSummary summary(List<String> changes, Consumer<PlannedTrial> trials) {
    Census census = Census.of(plan().peek(trials));
    return new PlanSummary(
        out.path(),
        census.trials(),
        census.done(),
        census.failedBefore(),
        census.toRun(),
        census.because(),
        parallel,
        experience.time(census.toRun(), parallel),
        experience.bytes(census.toRun()),
        freeBytes(),
        changes,
        books.ledger().broken(),
        SeedHint.of(study.template(), study.spec().space()).stream().toList());
  }

  private long freeBytes() {
    Path there = out.path();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      throw StorageFaults.reading(there, e);
    }
  }

  /** What two drivers would both want to run at once. */
  String claimKey(Trial trial) {
    String repeat = trial.seed().isEmpty() ? "#" + trial.repeat() : "";
    return study.template().path() + "\n" + trial.all().display() + "\n" + repeat;
  }
}
