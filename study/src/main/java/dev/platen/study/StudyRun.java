package dev.platen.study;

import dev.platen.execute.Cancellation;
import dev.platen.run.provenance.ProjectSnapshot;
import dev.platen.study.Claims.Claim;
import dev.platen.study.backend.Backend;
import dev.platen.study.plan.Need;
import dev.platen.study.plan.PlanSummary;
import dev.platen.study.plan.PlannedTrial;
import dev.platen.study.spec.StudySpec;
import dev.platen.study.trial.Trial;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A study under way. Used once. */
final class StudyRun {
  private static final Duration OTHERS_POLL = Duration.ofMillis(500);

  private final StudySetup setup;
  private final StudySpec spec;
  private final StudyListener listener;
  private final Claims claims;
  private final PageKeeper page;
  private final Cancellation cancellation;
  private final Pause pause;
  private final TrialRunner trials;
  private final Optional<GoalWatch> goal;
  private final Optional<RaceTrack> race;
  private final TrialFeed feed;
  private final Queue<Trial> withOthers = new ConcurrentLinkedQueue<>();
  private final Tally tally = new Tally();
  private volatile boolean ending;
  private volatile boolean failedFast;
  private volatile boolean metOthers;

  StudyRun(
      StudySetup setup,
      String name,
      Backend backend,
      Claims claims,
      PageKeeper page,
      StudyListener listener,
      Cancellation cancellation,
      Clock clock) {
    this.setup = setup;
    this.spec = setup.study().spec();
    this.listener = listener;
    this.claims = claims;
    this.page = page;
    this.cancellation = cancellation;
    this.pause = new Pause(cancellation, clock);
    OutFolder out = setup.out();
    ProjectSnapshot snapshot = setup.snapshot();
    snapshot.notes().forEach(listener::note);
    this.trials =
        new TrialRunner(
            backend,
            new TrialRequests(setup.study(), name, out.path(), Optional.of(snapshot)),
            spec.run().retries(),
            setup.books(),
            listener,
            cancellation,
            clock);
    this.goal = spec.goal().map(each -> new GoalWatch(each.metric(), spec.record()));
    this.race =
        spec.race() ? spec.goal().map(each -> new RaceTrack(each, out.race())) : Optional.empty();
    this.feed =
        new TrialFeed(
            plan(),
            trial -> race.map(track -> isRacing(trial, track)).orElse(true),
            this::passedOver);
  }

  /** In a race all points get their first repeat before any gets its second. */
  private Stream<PlannedTrial> plan() {
    if (race.isEmpty()) {
      return setup.plan();
    }
    return IntStream.range(0, spec.space().repeats().count())
        .boxed()
        .flatMap(repeat -> spec.space().trials().filter(trial -> trial.repeat() == repeat))
        .map(trial -> new PlannedTrial(trial, setup.planner().need(trial)))
        .peek(each -> replay(each.trial(), each.need()));
  }

  private void replay(Trial trial, Need need) {
    if (race.isPresent() && need.standing().isPresent()) {
      race.get().replay(trial, need.standing().get()).forEach(listener::dropped);
    }
  }

  private void passedOver(PlannedTrial planned) {
    if (planned.need().standing().filter(setup.books()::isByAnother).isPresent()) {
      byAnother(planned.trial());
    }
  }

  private void byAnother(Trial trial) {
    tally.addByOther();
    listener.doneByAnother(trial);
  }

  /** By all that is known when the trial's turn has come, of earlier starts too. */
  private boolean isRacing(Trial trial, RaceTrack track) {
    track.look().forEach(listener::dropped);
    return track.isRacing(trial);
  }

  /**
   * Runs all that is to be run, by as many threads as the backend takes runs. When the study can't
   * go on, what runs by then is brought to its end, for it may have taken hours.
   */
  void run(int parallel) throws InterruptedException {
    Workers.run(
        parallel,
        this::work,
        failure -> {
          listener.note("nothing more is started: " + failure.getMessage());
          beginNothing();
        },
        cancellation::request);
  }

  private void beginNothing() {
    ending = true;
    feed.close();
  }

  private void work() throws InterruptedException {
    while (!cancellation.isRequested() && !ending) {
      Optional<Trial> next = feed.next();
      if (next.isPresent()) {
        run(next.get());
        continue;
      }
      Trial waiting = withOthers.poll();
      if (waiting == null) {
        return;
      }
      pause.await(OTHERS_POLL);
      if (!cancellation.isRequested()) {
        run(waiting);
      }
    }
  }

  private void run(Trial trial) throws InterruptedException {
    Optional<Claim> claimed = claims.tryClaim(setup.claimKey(trial));
    if (claimed.isEmpty()) {
      metOthers = true;
      withOthers.add(trial);
      return;
    }
    Claim held = claimed.get();
    try (held) {
      runClaimed(trial);
    }
  }

  /** Another driver may have run it between the plan and the claim. */
  private void runClaimed(Trial trial) throws InterruptedException {
    Need need = needNow(trial);
    if (need instanceof Need.ToRun) {
      trials.run(trial).ifPresent(this::ended);
    } else {
      replay(trial, need);
      byAnother(trial);
    }
  }

  private Need needNow(Trial trial) {
    setup.books().update();
    Need need = setup.planner().need(trial);
    // A driver that was killed may have left the trial all but finished.
    if (!(need instanceof Need.ToRun) || setup.books().finishLeft().isEmpty()) {
      return need;
    }
    setup.books().update();
    return setup.planner().need(trial);
  }

  private void ended(TrialResult result) {
    tally.add(result);
    page.outdated();
    listener.finished(result);
    goal.flatMap(watch -> watch.look(result)).ifPresent(listener::note);
    race.ifPresent(
        track -> {
          track.note(result.trial(), result.run());
          track.look().forEach(listener::dropped);
        });
    if (spec.run().failFast() && result.failed()) {
      failedFast = true;
      beginNothing();
    }
  }

  /** Whether another driver was seen at work. */
  boolean metOthers() {
    return metOthers || tally.byOthers() > 0;
  }

  /**
   * What became of it.
   *
   * @param stopped whether it was asked to stop, or its time was over
   */
  StudyResult result(PlanSummary plan, Optional<StudyResult.Stop> stopped) {
    long notRun = plan.toRun() - tally.succeeded() - tally.failed().size() - tally.byOthers();
    goal.flatMap(watch -> watch.atEnd(tally.without(watch.metric()), tally.succeeded()))
        .ifPresent(listener::note);
    return new StudyResult(
        plan.outDir(),
        plan.trials(),
        plan.done(),
        tally.succeeded(),
        tally.failed(),
        plan.failedBefore(),
        notRun,
        tally.byOthers(),
        Optional.empty(),
        stopped.or(this::ownStop));
  }

  private Optional<StudyResult.Stop> ownStop() {
    if (failedFast) {
      return Optional.of(StudyResult.Stop.FAILED_FAST);
    }
    return tally.interrupted() ? Optional.of(StudyResult.Stop.RUNS_STOPPED) : Optional.empty();
  }
}
