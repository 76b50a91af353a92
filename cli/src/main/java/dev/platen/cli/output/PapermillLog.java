package dev.platen.cli.output;

import dev.platen.execute.CellOutcome;
import dev.platen.execute.ExecutionListener;
import dev.platen.message.DisplayContent;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.message.StreamContent;
import dev.platen.notebook.Cell;

/** What papermill's logger says: bare lines on standard error, as far as its level lets them. */
public final class PapermillLog {
  /** Python's levels, the least important first. */
  public enum Level {
    NOTSET,
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL
  }

  private static final int BEGIN_WIDTH = 40;
  private static final int END_WIDTH = 43;

  private final Terminal terminal;
  private final Level level;

  public PapermillLog(Terminal terminal, Level level) {
    this.terminal = terminal;
    this.level = level;
  }

  public void info(String line) {
    if (isShown(Level.INFO)) {
      terminal.say(line);
    }
  }

  public void warning(String line) {
    if (isShown(Level.WARNING)) {
      terminal.say(line);
    }
  }

  /** What the kernel's own process wrote. */
  public void kernelWrote(String text) {
    terminal.passThrough(text);
  }

  private boolean isShown(Level wanted) {
    return level.compareTo(wanted) <= 0;
  }

  /**
   * Shows what the notebook prints and displays as text, as it comes, in papermill's frame of each
   * cell. Unlike papermill's, no line break is added.
   */
  public ExecutionListener ofOutputs() {
    return new ExecutionListener() {
      @Override
      public void cellStarted(int cellIndex, Cell cell) {
        info("Executing Cell " + dashed(cellIndex + 1, BEGIN_WIDTH));
      }

      @Override
      public void outputArrived(int cellIndex, Message message) {
        pass(message);
      }

      @Override
      public void cellFinished(CellOutcome outcome) {
        if (outcome.time().isPresent()) {
          info("Ending Cell " + dashed(outcome.cellIndex() + 1, END_WIDTH));
        }
      }
    };
  }

  private void pass(Message message) {
    switch (message.type()) {
      case MessageTypes.STREAM -> {
        StreamContent content = StreamContent.parse(message.content());
        if (isShown(content.name().equals("stderr") ? Level.WARNING : Level.INFO)) {
          terminal.passThrough(content.text());
        }
      }
      case MessageTypes.DISPLAY_DATA, MessageTypes.EXECUTE_RESULT ->
          DisplayContent.parse(message.content())
              .data()
              .string("text/plain")
              .filter(text -> isShown(Level.INFO))
              .ifPresent(text -> terminal.passThrough(text + "\n"));
      default -> {}
    }
  }

  private static String dashed(int number, int width) {
    String text = String.valueOf(number);
    return text + "-".repeat(Math.max(0, width - text.length()));
  }
}
