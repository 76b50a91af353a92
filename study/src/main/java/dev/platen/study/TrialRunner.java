package dev.platen.study;

import dev.platen.execute.Cancellation;
import dev.platen.execute.RunStatus;
import dev.platen.fault.Fault;
import dev.platen.run.RunFolder;
import dev.platen.run.RunListener;
import dev.platen.study.backend.Backend;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.spec.RunSettings;
import dev.platen.study.trial.Trial;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one trial, and again when it is worth another try. Safe for any thread. */
final class TrialRunner {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int DOUBLINGS = 6;

  private final Backend backend;
  private final TrialRequests requests;
  private final RunSettings.Retries retries;
  private final Books books;
  private final StudyListener listener;
  private final Cancellation cancellation;
  private final Pause pause;

  TrialRunner(
      Backend backend,
      TrialRequests requests,
      RunSettings.Retries retries,
      Books books,
      StudyListener listener,
      Cancellation cancellation,
      Clock clock) {
    this.backend = backend;
    this.requests = requests;
    this.retries = retries;
    this.books = books;
    this.listener = listener;
    this.cancellation = cancellation;
    this.pause = new Pause(cancellation, clock);
  }

  /**
   * Runs the trial.
   *
   * @return what the last attempt left; empty when the study was interrupted before any left a run
   * @throws Fault if nothing could be run, or storage refused, and no attempt is left
   */
  Optional<TrialResult> run(Trial trial) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Attempt made = attempt(trial, attempt);
      boolean last = attempt > retries.count() || cancellation.isRequested();
      if (last || !made.isWorthAnother(retries)) {
        return Optional.of(made.result());
      }
      Duration time = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
      made.ended().ifPresent(result -> listener.retrying(result, time));
      pause.await(time);
      if (cancellation.isRequested()) {
        made.fault().ifPresent(fault -> interrupted(trial, fault));
        return made.ended();
      }
    }
  }

  /** It may have passed by the next start: it is said, and doesn't end the study. */
  private void interrupted(Trial trial, Fault fault) {
    listener.note(
        "%s: %s; interrupted before another try".formatted(trial.display(), fault.getMessage()));
  }

  private Attempt attempt(Trial trial, int number) throws InterruptedException {
    Followed followed = new Followed(listener.started(trial, number));
    @Nullable Fault fault = null;
    try {
      var unused = backend.run(requests.of(trial, number), followed, cancellation);
    } catch (Fault thrown) {
      fault = thrown;
    }
    Optional<PastRun> run = Optional.ofNullable(followed.folder).flatMap(books::look);
    return new Attempt(run.map(past -> new TrialResult(trial, past)), Optional.ofNullable(fault));
  }

  /** Learns the run's folder. */
  private final class Followed extends ForwardingRunListener {
    private @Nullable RunFolder folder;

    Followed(RunListener listener) {
      super(listener);
    }

    @Override
    public void prepared(RunFolder made, dev.platen.kernelspec.KernelSpec kernel, int cellCount) {
      folder = made;
      books.add(made);
      super.prepared(made, kernel, cellCount);
    }
  }

  private record Attempt(Optional<TrialResult> ended, Optional<Fault> fault) {

    boolean isWorthAnother(RunSettings.Retries retries) {
      if (fault.isPresent()) {
        return fault.get().kind().retryable();
      }
      RunStatus status = result().run().status();
      return switch (status) {
        case KERNEL_LOST -> true;
        case FAILED, TIMED_OUT -> retries.errors();
        default -> false;
      };
    }

    /** An interrupted start is a result; whatever else kept the run from its end is a fault. */
    TrialResult result() {
      boolean interrupted =
          ended.filter(result -> result.run().status() == RunStatus.INTERRUPTED).isPresent();
      if (fault.isPresent() && !interrupted) {
        throw fault.get();
      }
      return ended.orElseThrow();
    }
  }
}
