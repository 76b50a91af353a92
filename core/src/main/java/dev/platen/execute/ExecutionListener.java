package dev.platen.execute;

import dev.platen.message.Message;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import java.util.function.Supplier;

/**
 * Follows an execution. Called on the executing thread, in this order: for each cell that runs
 * {@link #cellStarted}, {@link #outputArrived} any number of times, {@link #cellFinished}; for a
 * cell that doesn't run, {@link #cellFinished} alone. An output of a background thread may arrive
 * after its cell has finished. An exception ends the execution: the kernel is left as it is.
 */
public interface ExecutionListener {
  /** Does nothing. */
  ExecutionListener NONE = new ExecutionListener() {};

  /** A code cell was sent to the kernel. */
  default void cellStarted(int cellIndex, Cell cell) {}

  /** The kernel published something on behalf of the cell: an output, or what changes one. */
  default void outputArrived(int cellIndex, Message message) {}

  /** The cell is over, or won't be run. */
  default void cellFinished(CellOutcome outcome) {}

  /**
   * Behind each of these, and a few times a second while a cell says nothing.
   *
   * @param soFar makes the notebook as it is at this moment: the running cell is {@code running},
   *     those behind it {@code pending}
   */
  default void progressed(Supplier<Notebook> soFar) {}
}
