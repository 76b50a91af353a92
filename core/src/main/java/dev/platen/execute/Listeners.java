package dev.platen.execute;

import dev.platen.message.Message;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import java.util.List;
import java.util.function.Supplier;

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

  @Override
  public void progressed(Supplier<Notebook> soFar) {
    all.forEach(listener -> listener.progressed(soFar));
  }
}
