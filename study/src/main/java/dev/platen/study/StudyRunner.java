package dev.platen.study;

import dev.platen.execute.Cancellation;
import dev.platen.kernel.KernelProvider;
import dev.platen.run.Runner;
import dev.platen.run.StopRequests;
import dev.platen.study.backend.Backend;
import dev.platen.study.plan.PlanSummary;
import dev.platen.study.plan.PlannedTrial;
import dev.platen.study.spec.LoadedStudy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs studies: whatever is missing or stale, and nothing else. */
public final class StudyRunner {
  private record Prepared(StudySetup setup, PlanSummary plan) {}

  private final KernelProvider kernels;
  private final Map<String, String> env;
  private final Clock clock;

  /**
   * A runner on this machine.
   *
   * @param env Platen's environment variables, which tell where kernels are
   */
  public StudyRunner(KernelProvider kernels, Map<String, String> env, Clock clock) {
    this.kernels = kernels;
    this.env = Map.copyOf(env);
    this.clock = clock;
  }

  /**
   * Looks at all trials and runs none. Nothing is written.
   *
   * @param trials is told of each, in the study's order, as it is looked at
   * @throws dev.platen.fault.Fault if the study can't be run as it is
   */
  public PlanSummary plan(LoadedStudy study, StudyOptions options, Consumer<PlannedTrial> trials) {
    StudySetup setup = new StudySetup(study, options, env, clock);
    List<String> changes = new StudyMemory(setup.out()).changes(study);
    return setup.summary(changes, trials);
  }

  /**
   * Runs what is to be run. The same call again, after whatever end, goes on where this one ended.
   *
   * @throws dev.platen.fault.Fault if the study can't be run as it is, or can't go on: no kernel
   *     starts, storage refuses; what runs by then is brought to its end
   * @throws InterruptedException when the thread is interrupted; runs at work are interrupted too
   */
  public StudyResult run(
      LoadedStudy study, StudyOptions options, StudyListener listener, Cancellation cancellation)
      throws InterruptedException {
    OutFolder out = new OutFolder(StudySetup.outDir(study, options));
    // A study that can't be run leaves no folder.
    Optional<Prepared> first =
        out.exists() ? Optional.empty() : Optional.of(prepare(study, options));
    out.make();
    try (Claims claims = Claims.open(out.claims())) {
      claims.begin(out::removeParts);
      out.tidy(listener);
      Prepared prepared = first.isPresent() ? first.get() : prepare(study, options);
      prepared.setup().kernel().standsInFor().ifPresent(listener::note);
      listener.planned(prepared.plan());
      new StudyMemory(out).remember(study);
      return run(prepared, options.name(), claims, listener, cancellation);
    }
  }

  private Prepared prepare(LoadedStudy study, StudyOptions options) {
    StudySetup setup = new StudySetup(study, options, env, clock);
    List<String> changes = new StudyMemory(setup.out()).changes(study);
    return new Prepared(setup, setup.summary(changes, trial -> {}));
  }

  private StudyResult run(
      Prepared prepared, String name, Claims claims, StudyListener listener, Cancellation asked)
      throws InterruptedException {
    StudySetup setup = prepared.setup();
    PageKeeper page = PageKeeper.start(setup.books().ledger(), clock, listener::note);
    StudyResult result;
    try (page) {
      result =
          prepared.plan().toRun() == 0
              ? StudyResult.nothingToDo(prepared.plan())
              : run(prepared, name, claims, page, listener, asked);
    }
    return result.withVerdict(page.verdict(setup.study().template(), prepared.plan().trials()));
  }

  private StudyResult run(
      Prepared prepared,
      String name,
      Claims claims,
      PageKeeper page,
      StudyListener listener,
      Cancellation asked)
      throws InterruptedException {
    StudySetup setup = prepared.setup();
    PlanSummary plan = prepared.plan();
    Cancellation cancellation = asked.part();
    Optional<Duration> limit = setup.study().spec().run().limits().study();
    try (Alarm alarm = Alarm.after(limit, cancellation::request);
        StopRequests.Watch asking = watch(setup.out(), cancellation, listener)) {
      Backend backend = setup.backend(new Runner(kernels, env, clock), env);
      StudyRun run =
          new StudyRun(setup, name, backend, claims, page, listener, cancellation, clock);
      run.run((int) Math.min(setup.parallel(), plan.toRun()));
      if (run.metOthers()) {
        // They may have been killed since.
        setup.out().tidy(listener);
      }
      return run.result(plan, stop(asked.isRequested() || asking.isHeeded(), alarm));
    }
  }

  private static StopRequests.Watch watch(
      OutFolder out, Cancellation cancellation, StudyListener listener) {
    return out.stops()
        .watchStudy(
            () -> {
              listener.note("stopped by another program, such as the page of 'platen serve'");
              cancellation.request();
            });
  }

  private static Optional<StudyResult.Stop> stop(boolean interrupted, Alarm alarm) {
    if (interrupted) {
      return Optional.of(StudyResult.Stop.INTERRUPTED);
    }
    return alarm.rang() ? Optional.of(StudyResult.Stop.TIMED_OUT) : Optional.empty();
  }
}
