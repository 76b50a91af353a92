package dev.platen.execute;

import dev.platen.message.Message;
import dev.platen.notebook.Cell;
import java.util.List;

/** Several listeners as one, told in order. */
public record Listeners(List<ExecutionListener> all) implements ExecutionListener {
  public Listeners {
    all = List.copyOf(all);
  }

  @Override
  public void cellStarted(int cellIndex, Cell cell) {
    all.forEach(listener -> listener.cellStarted(cellIndex, cell));
  }

  @Override
  public void outputArrived(int cellIndex, Message message) {
    all.forEach(listener -> listener.outputArrived(cellIndex, message));
  }

  @Override
  public void cellFinished(CellOutcome outcome) {
    all.forEach(listener -> listener.cellFinished(outcome));
  }
}
