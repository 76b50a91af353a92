package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.execute.Cancellation;
import dev.platen.execute.Execution;
import dev.platen.execute.RunStatus;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.run.RunFolder;
import dev.platen.run.RunListener;
import dev.platen.run.RunRequest;
import dev.platen.run.RunResult;
import dev.platen.study.backend.Backend;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.MadeRun;
import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.RunSettings.Retries;
import dev.platen.study.spec.StudyReader;
import dev.platen.study.trial.Trial;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialRunnerTest {
  private static final KernelSpec KERNEL =
      new KernelSpec(
          "python3",
          Path.of("k"),
          Path.of("p"),
          "a test",
          List.of("python"),
          "Python",
          "python",
          KernelSpec.InterruptMode.SIGNAL,
          Map.of(),
          JsonObject.EMPTY);

  @TempDir private Path dir;
  private Path runs;
  private LoadedStudy study;
  private Trial trial;
  private final Cancellation cancellation = new Cancellation();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<Integer> attempts = new ArrayList<>();

  /** What becomes of the attempts, in turn: a status, or a kind of fault before anything ran. */
  private final Queue<Object> ends = new ArrayDeque<>();

  private final StudyListener listener =
      new StudyListener() {
        @Override
        public void retrying(TrialResult result, Duration pause) {
          pauses.add(pause);
        }
      };

  @BeforeEach
  void aStudyOfOneTrial() {
    MadeTemplate.in(dir, "hidden: int = 8");
    runs = dir.resolve("runs");
    study = StudyReader.load("template: report.ipynb\n", "study.yaml", dir);
    trial = study.spec().space().trials().findFirst().orElseThrow();
  }

  private final class MadeBackend implements Backend {
    @Override
    public int capacity() {
      return 1;
    }

    @Override
    public RunResult run(RunRequest request, RunListener run, Cancellation asked) {
      int attempt = request.extra().object("trial").integer("attempt").orElseThrow().intValue();
      attempts.add(attempt);
      Object end = ends.remove();
      if (end instanceof FaultKind kind) {
        throw Fault.of(kind, "it didn't work").where("here").mend("nothing");
      }
      RunStatus status = asked.isRequested() ? RunStatus.INTERRUPTED : (RunStatus) end;
      RunFolder folder =
          MadeRun.of(dir, "x~aaaaa" + (char) ('a' + attempt)).status(status.word()).in(runs);
      run.prepared(folder, KERNEL, 2);
      return new RunResult(
          folder,
          Execution.notStarted(request.template().notebook(), status),
          Duration.ofSeconds(1));
    }
  }

  private TrialRunner runner(Retries retries, StudyListener follower, Clock clock) {
    return new TrialRunner(
        new MadeBackend(),
        new TrialRequests(study, "study", runs, Optional.empty()),
        retries,
        new Books(Ledger.read(runs)),
        follower,
        cancellation,
        clock);
  }

  private TrialResult run(Retries retries, StudyListener follower, Duration step, Object... end)
      throws InterruptedException {
    ends.addAll(List.of(end));
    return runner(retries, follower, new SteppingClock(step)).run(trial).orElseThrow();
  }

  private TrialResult run(Retries retries, Object... end) throws InterruptedException {
    return run(retries, listener, Duration.ofHours(1), end);
  }

  @Test
  void aRunThatSucceedsIsMadeOnce() throws InterruptedException {
    assertThat(run(new Retries(3, true), RunStatus.SUCCEEDED).succeeded()).isTrue();
    assertThat(attempts).containsExactly(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aLostKernelIsTriedAgainAfterPausesThatDouble() throws InterruptedException {
    TrialResult result =
        run(
            new Retries(4, false),
            RunStatus.KERNEL_LOST,
            RunStatus.KERNEL_LOST,
            RunStatus.KERNEL_LOST,
            RunStatus.SUCCEEDED);
    assertThat(result.succeeded()).isTrue();
    assertThat(attempts).containsExactly(1, 2, 3, 4);
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
  }

  @Test
  void noPauseIsLongerThanAMinuteOrSo() throws InterruptedException {
    Object[] lost = new Object[10];
    java.util.Arrays.fill(lost, RunStatus.KERNEL_LOST);
    assertThat(run(new Retries(9, false), lost).failed()).isTrue();
    assertThat(attempts).hasSize(10);
    assertThat(pauses.get(pauses.size() - 1)).isEqualTo(Duration.ofSeconds(64));
  }

  @Test
  void theNotebooksOwnFailureIsTriedAgainOnlyWhenAskedFor() throws InterruptedException {
    assertThat(run(new Retries(2, false), RunStatus.FAILED).failed()).isTrue();
    assertThat(attempts).containsExactly(1);
    attempts.clear();
    assertThat(
            run(new Retries(2, true), RunStatus.FAILED, RunStatus.TIMED_OUT, RunStatus.SUCCEEDED)
                .succeeded())
        .isTrue();
    assertThat(attempts).containsExactly(1, 2, 3);
  }

  @Test
  void attemptsEndAndTheLastOneCounts() throws InterruptedException {
    assertThat(run(new Retries(1, false), RunStatus.KERNEL_LOST, RunStatus.KERNEL_LOST).failed())
        .isTrue();
    assertThat(attempts).containsExactly(1, 2);
  }

  @Test
  void aFaultThatMayPassIsTriedAgainAndOneThatStaysIsThrown() throws InterruptedException {
    assertThat(
            run(new Retries(1, false), FaultKind.KERNEL_NO_START, RunStatus.SUCCEEDED).succeeded())
        .isTrue();
    assertThat(attempts).containsExactly(1, 2);
    attempts.clear();
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> run(new Retries(5, true), FaultKind.STORAGE_DENIED));
    assertThat(fault.kind()).isEqualTo(FaultKind.STORAGE_DENIED);
    assertThat(attempts).containsExactly(1);
    fault =
        catchThrowableOfType(
            Fault.class,
            () -> run(new Retries(1, false), FaultKind.STORAGE_BUSY, FaultKind.KERNEL_NO_START));
    assertThat(fault.kind()).as("the last attempt's").isEqualTo(FaultKind.KERNEL_NO_START);
  }

  @Test
  void anInterruptedRunIsNoFailureAndNotTriedAgain() throws InterruptedException {
    TrialResult result = run(new Retries(5, true), RunStatus.INTERRUPTED);
    assertThat(result.failed()).isFalse();
    assertThat(result.succeeded()).isFalse();
    assertThat(attempts).containsExactly(1);
  }

  @Test
  void cancellationEndsThePauseAndNothingBeginsAfterIt() throws InterruptedException {
    StudyListener cancelling =
        new StudyListener() {
          @Override
          public void retrying(TrialResult result, Duration pause) {
            cancellation.request();
          }
        };
    // The clock stands still: by time alone the pause would never end.
    TrialResult result =
        run(
            new Retries(5, true),
            cancelling,
            Duration.ZERO,
            RunStatus.KERNEL_LOST,
            RunStatus.SUCCEEDED);
    assertThat(result.run().status()).isEqualTo(RunStatus.KERNEL_LOST);
    assertThat(attempts).containsExactly(1);
  }

  @Test
  void whatKeptTheLastAttemptFromRunningIsSaidWhenThePauseIsInterrupted()
      throws InterruptedException {
    List<String> notes = new ArrayList<>();
    StudyListener noting =
        new StudyListener() {
          @Override
          public void note(String line) {
            notes.add(line);
          }
        };
    ends.add(FaultKind.STORAGE_BUSY);
    // Only a pause looks at the clock.
    Clock cancelling =
        new SteppingClock(Duration.ZERO) {
          @Override
          public Instant instant() {
            cancellation.request();
            return super.instant();
          }
        };
    assertThat(runner(new Retries(5, true), noting, cancelling).run(trial)).isEmpty();
    assertThat(attempts).containsExactly(1);
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("it didn't work; interrupted before another try");
  }
}
