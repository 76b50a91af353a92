package dev.platen.cli.output;

import dev.platen.execute.CellOutcome;
import dev.platen.execute.ExecutionListener;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The bar that papermill shows: {@code Executing: 25%|██▌ | 1/4 [00:01<00:03, 1.15s/cell]}. On a
 * terminal it is drawn anew as cells end; elsewhere only its last state is written, for frames
 * drawn over each other are no use in a file.
 */
public final class PapermillProgress implements ExecutionListener {
  private static final String DESCRIPTION = "papermill_description=";
  private static final int BAR = 10;
  private static final Duration STEP = Duration.ofMillis(125);
  private static final String[] PARTS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

  private final Terminal terminal;
  private final Clock clock;
  private final int cells;
  private final Instant start;
  private Instant drawn = Instant.EPOCH;
  private String description = "";
  private int done;

  /** A bar over so many cells. */
  public PapermillProgress(Terminal terminal, int cells, Clock clock) {
    this.terminal = terminal;
    this.cells = cells;
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public void cellStarted(int cellIndex, Cell cell) {
    int at = cell.source().indexOf(DESCRIPTION);
    if (at >= 0) {
      String[] words = cell.source().substring(at + DESCRIPTION.length()).strip().split("\\s+", 2);
      description = " " + words[0];
    }
    done = cellIndex;
  }

  @Override
  public void cellFinished(CellOutcome outcome) {
    done = outcome.cellIndex() + 1;
  }

  @Override
  public void progressed(Supplier<Notebook> soFar) {
    Instant now = clock.instant();
    if (terminal.isLive() && Duration.between(drawn, now).compareTo(STEP) >= 0) {
      drawn = now;
      String line = line(now);
      int room = terminal.columns() - 1;
      terminal.draw(line.length() <= room ? line : line.substring(0, room));
    }
  }

  /** Leaves the last state as a line. */
  public void close() {
    if (terminal.isLive()) {
      terminal.erase();
    }
    terminal.say(line(clock.instant()));
  }

  private String line(Instant now) {
    double seconds = Duration.between(start, now).toMillis() / 1000.0;
    int percent = cells == 0 ? 100 : 100 * done / cells;
    String remaining = done == 0 ? "?" : time(seconds / done * (cells - done));
    return String.format(
        Locale.ROOT,
        "Executing%s: %3d%%|%s| %d/%d [%s<%s, %s]",
        description,
        percent,
        bar(),
        done,
        cells,
        time(seconds),
        remaining,
        rate(seconds));
  }

  private String bar() {
    int eighths = cells == 0 ? 8 * BAR : 8 * BAR * done / cells;
    String full = "█".repeat(eighths / 8) + PARTS[eighths % 8];
    return full + " ".repeat(BAR - full.length());
  }

  private String rate(double seconds) {
    if (done == 0 || seconds <= 0) {
      return "?cell/s";
    }
    return done > seconds
        ? String.format(Locale.ROOT, "%5.2fcell/s", done / seconds)
        : String.format(Locale.ROOT, "%5.2fs/cell", seconds / done);
  }

  private static String time(double seconds) {
    long whole = (long) seconds;
    return whole < 3600
        ? String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole % 3600 / 60, whole % 60);
  }
}
