package dev.platen.cli.output;

import dev.platen.execute.CellOutcome;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.notebook.Cell;
import dev.platen.report.Durations;
import dev.platen.run.RunFolder;
import dev.platen.run.RunListener;
import dev.platen.study.StudyListener;
import dev.platen.study.TrialResult;
import dev.platen.study.plan.PlanSummary;
import dev.platen.study.stats.Decision;
import dev.platen.study.trial.Trial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows a study under way. On a terminal: a line for each running trial with its cell, and one for
 * the whole with the time that is left, drawn anew a few times a second; above them what has ended.
 * Elsewhere: a line for each thing that happens.
 */
public final class StudyProgress implements StudyListener, AutoCloseable {
  private static final int REDRAW_MILLIS = 200;

  private final Terminal terminal;
  private final Clock clock;
  private final Instant start;
  private final Map<Trial, TrialLine> running = new LinkedHashMap<>();
  private final Set<String> noted = new HashSet<>();
  private final ScheduledExecutorService redraw;
  private long toRun;
  private long ended;
  private long failed;
  private int parallel = 1;
  private boolean closed;

  public StudyProgress(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.instant();
    this.redraw =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    if (terminal.isLive()) {
      var unused = redraw.scheduleAtFixedRate(this::draw, 0, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void planned(PlanSummary summary) {
    toRun = summary.toRun();
    parallel = summary.parallel();
    above(() -> new PlanText(terminal, false).summary(summary));
  }

  @Override
  public synchronized RunListener started(Trial trial, int attempt) {
    TrialLine line = new TrialLine(trial.display(), attempt);
    running.put(trial, line);
    return line;
  }

  @Override
  public synchronized void finished(TrialResult result) {
    running.remove(result.trial());
    ended++;
    failed += result.failed() ? 1 : 0;
    Duration took = Duration.ofMillis(Math.round(result.run().seconds() * 1000));
    String words =
        "%s %s: %s in %s"
            .formatted(
                place(),
                result.trial().display(),
                result.run().status().word().replace('_', ' '),
                Durations.words(took));
    above(() -> terminal.say(result.failed() ? words + "\n  " + result.run().error() : words));
  }

  private String place() {
    int width = String.valueOf(toRun).length();
    return ("%" + width + "d/%d").formatted(ended, toRun);
  }

  @Override
  public synchronized void retrying(TrialResult result, Duration pause) {
    running.remove(result.trial());
    above(
        () ->
            terminal.say(
                "%s: %s; trying again in %s"
                    .formatted(
                        result.trial().display(), result.run().error(), Durations.words(pause))));
  }

  @Override
  public synchronized void doneByAnother(Trial trial) {
    ended++;
    above(() -> terminal.say(place() + " " + trial.display() + ": run by another sweep"));
  }

  @Override
  public synchronized void dropped(Decision decision) {
    above(() -> terminal.say("race: " + decision.words()));
  }

  @Override
  public synchronized void note(String line) {
    above(() -> terminal.say("note: " + line));
  }

  /** What a run notes, many others may too. */
  private synchronized void noteOnce(String trial, String line) {
    if (noted.add(line)) {
      above(() -> terminal.say("note: " + trial + ": " + line));
    }
  }

  /** Prints above the lines that are drawn over and over. */
  private void above(Runnable print) {
    if (terminal.isLive()) {
      terminal.eraseBlock();
    }
    print.run();
  }

  private synchronized void draw() {
    if (closed) {
      return;
    }
    List<String> lines = new ArrayList<>();
    running.values().forEach(line -> lines.add(line.text()));
    if (toRun > 0) {
      lines.add(total());
    }
    terminal.drawBlock(lines);
  }

  private String total() {
    Duration elapsed = Duration.between(start, clock.instant());
    StringBuilder text = new StringBuilder();
    text.append(ended).append(" of ").append(toRun).append(" ended");
    if (failed > 0) {
      text.append(", ").append(failed).append(" failed");
    }
    text.append(", ").append(Durations.words(elapsed));
    if (ended >= parallel && ended < toRun) {
      Duration left = elapsed.multipliedBy(toRun - ended).dividedBy(ended);
      text.append(", about ").append(Durations.words(left)).append(" left");
    }
    return text.toString();
  }

  /** Leaves a clean screen. */
  @Override
  public void close() {
    redraw.shutdownNow();
    synchronized (this) {
      closed = true;
      if (terminal.isLive()) {
        terminal.eraseBlock();
      }
    }
  }

  /** What one trial is busy with. */
  private final class TrialLine implements RunListener {
    private final String trial;
    private final Instant begun;
    private int cellCount;
    private volatile String doing = "starting";

    TrialLine(String trial, int attempt) {
      this.trial = attempt == 1 ? trial : trial + " (attempt " + attempt + ")";
      this.begun = clock.instant();
    }

    String text() {
      return "%s  %s  %s"
          .formatted(trial, Durations.words(Duration.between(begun, clock.instant())), doing);
    }

    @Override
    public void prepared(RunFolder folder, KernelSpec kernel, int cells) {
      cellCount = cells;
    }

    @Override
    public void note(String line) {
      noteOnce(trial, line);
    }

    @Override
    public void phase(Phase phase) {
      doing =
          switch (phase) {
            case STARTING_KERNEL -> "starting the kernel";
            case EXECUTING -> "kernel ready";
            case WRITING, SEALING -> "writing";
          };
    }

    @Override
    public void cellStarted(int cellIndex, Cell cell) {
      String code = cell.source().lines().map(String::strip).findFirst().orElse("");
      doing = "cell " + (cellIndex + 1) + " of " + cellCount + "  " + code;
    }

    @Override
    public void cellFinished(CellOutcome outcome) {
      // The next cell, or the next phase, has its own words.
    }
  }
}
