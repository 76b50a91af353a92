package dev.platen.cli.output;

import dev.platen.execute.CellOutcome;
import dev.platen.execute.ExecutionListener;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.message.Message;
import dev.platen.notebook.Cell;
import dev.platen.report.Durations;
import dev.platen.run.RunFolder;
import dev.platen.run.RunListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows a run under way: on a terminal one line, drawn anew a few times a second; elsewhere a line
 * for each thing that happens.
 */
public final class RunProgress implements RunListener, AutoCloseable {
  private static final int REDRAW_MILLIS = 125;

  private final Terminal terminal;
  private final Clock clock;
  private final Instant start;
  private int cellCount;
  private final ExecutionListener log;
  private final boolean live;
  private final ScheduledExecutorService redraw;
  private volatile String doing = "preparing";

  /**
   * Begins to show.
   *
   * @param log shows what the notebook prints, instead of the line
   */
  public RunProgress(Terminal terminal, Optional<ExecutionListener> log, Clock clock) {
    this.terminal = terminal;
    this.log = log.orElse(ExecutionListener.NONE);
    this.live = terminal.isLive() && log.isEmpty();
    this.clock = clock;
    this.start = clock.instant();
    this.redraw =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    if (live) {
      var unused =
          redraw.scheduleAtFixedRate(this::drawNow, 0, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void prepared(RunFolder folder, KernelSpec kernel, int cellCount) {
    this.cellCount = cellCount;
    terminal.detail("folder: " + folder.path());
    terminal.detail(
        "kernel: %s (%s), %s".formatted(kernel.name(), kernel.origin(), kernel.resourceDir()));
  }

  @Override
  public void phase(Phase phase) {
    doing =
        switch (phase) {
          case STARTING_KERNEL -> "starting the kernel";
          case EXECUTING -> "kernel ready";
          case WRITING -> "writing notebook and report";
          case SEALING -> "sealing";
        };
    terminal.detail(doing);
  }

  @Override
  public void note(String line) {
    stopDrawing();
    terminal.say("note: " + line);
  }

  @Override
  public void cellStarted(int cellIndex, Cell cell) {
    doing = place(cellIndex) + "  " + firstLine(cell);
  }

  @Override
  public void outputArrived(int cellIndex, Message message) {
    log.outputArrived(cellIndex, message);
  }

  @Override
  public void cellFinished(CellOutcome outcome) {
    if (!live && outcome.time().isPresent()) {
      Duration took = outcome.time().get().duration();
      terminal.say(
          "%s: %s in %s"
              .formatted(
                  place(outcome.cellIndex()),
                  outcome.status().word().replace('_', ' '),
                  Durations.words(took)));
    }
  }

  /** Leaves a clean line. */
  @Override
  public void close() {
    redraw.shutdownNow();
    stopDrawing();
  }

  private synchronized void stopDrawing() {
    if (live) {
      terminal.erase();
    }
  }

  private String place(int cellIndex) {
    return "cell " + (cellIndex + 1) + " of " + cellCount;
  }

  private static String firstLine(Cell cell) {
    return cell.source()
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .findFirst()
        .orElse("");
  }

  private synchronized void drawNow() {
    if (redraw.isShutdown()) {
      return;
    }
    Duration elapsed = Duration.between(start, clock.instant());
    String line = Durations.words(elapsed) + "  " + doing;
    int room = terminal.columns() - 1;
    terminal.draw(line.length() <= room ? line : line.substring(0, room - 1) + "…");
  }
}
