package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.run.RunListener;
import dev.platen.study.StudyListener;
import dev.platen.study.StudyResult;
import dev.platen.study.TrialResult;
import dev.platen.study.notice.ShellNotice;
import dev.platen.study.plan.PlanSummary;
import dev.platen.study.stats.Decision;
import dev.platen.study.trial.Trial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls the user's command at the first failure and at the end, beside the study. */
final class StudyNotices implements StudyListener, AutoCloseable {
  private static final long PATIENCE_SECONDS = 90;

  private final StudyListener listener;
  private final Optional<ShellNotice> notice;
  private final String study;
  private final AtomicBoolean failedBefore = new AtomicBoolean();
  private final ExecutorService calls = Executors.newSingleThreadExecutor();

  /**
   * Notices about a study.
   *
   * @param listener is told everything too
   */
  StudyNotices(StudyListener listener, Optional<ShellNotice> notice, String study) {
    this.listener = listener;
    this.notice = notice;
    this.study = study;
  }

  @Override
  public void finished(TrialResult result) {
    listener.finished(result);
    if (result.failed() && failedBefore.compareAndSet(false, true)) {
      Map<String, String> says = new LinkedHashMap<>();
      says.put("PLATEN_EVENT", "first-failure");
      says.put("PLATEN_MESSAGE", result.trial().display() + ": " + result.run().error());
      says.put("PLATEN_REPORT", result.run().folder().report().toString());
      send(says);
    }
  }

  /** The study has ended. */
  void ended(StudyResult result) {
    Map<String, String> says = new LinkedHashMap<>();
    says.put("PLATEN_EVENT", "end");
    says.put(
        "PLATEN_MESSAGE",
        "%d of %d trials done, %d failed"
            .formatted(
                result.done() + result.succeeded() + result.byOthers(),
                result.trials(),
                result.failed().size() + result.failedBefore()));
    says.put("PLATEN_REPORT", result.page().toString());
    send(says);
  }

  /** The study couldn't go on. */
  void ended(Fault fault) {
    Map<String, String> says = new LinkedHashMap<>();
    says.put("PLATEN_EVENT", "end");
    says.put("PLATEN_MESSAGE", String.valueOf(fault.getMessage()));
    send(says);
  }

  private void send(Map<String, String> says) {
    says.put("PLATEN_STUDY", study);
    notice.ifPresent(command -> calls.execute(() -> send(command, says)));
  }

  private void send(ShellNotice command, Map<String, String> says) {
    try {
      String trouble = command.send(says);
      if (!trouble.isEmpty()) {
        listener.note("the notify command failed: " + trouble);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void planned(PlanSummary summary) {
    listener.planned(summary);
  }

  @Override
  public RunListener started(Trial trial, int attempt) {
    return listener.started(trial, attempt);
  }

  @Override
  public void retrying(TrialResult result, Duration pause) {
    listener.retrying(result, pause);
  }

  @Override
  public void doneByAnother(Trial trial) {
    listener.doneByAnother(trial);
  }

  @Override
  public void dropped(Decision decision) {
    listener.dropped(decision);
  }

  @Override
  public void note(String line) {
    listener.note(line);
  }

  /** Waits for the last call, so that the notice of the end isn't lost. */
  @Override
  public void close() throws InterruptedException {
    calls.shutdown();
    if (!calls.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      calls.shutdownNow();
    }
  }
}
