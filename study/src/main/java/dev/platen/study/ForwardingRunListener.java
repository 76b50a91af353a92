package dev.platen.study;

import dev.platen.execute.CellOutcome;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.message.Message;
import dev.platen.notebook.Cell;
import dev.platen.run.RunFolder;
import dev.platen.run.RunListener;

/** Passes everything on. */
class ForwardingRunListener implements RunListener {
  private final RunListener listener;

  ForwardingRunListener(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public void prepared(RunFolder folder, KernelSpec kernel, int cellCount) {
    listener.prepared(folder, kernel, cellCount);
  }

  @Override
  public void phase(Phase phase) {
    listener.phase(phase);
  }

  @Override
  public void note(String line) {
    listener.note(line);
  }

  @Override
  public void cellStarted(int cellIndex, Cell cell) {
    listener.cellStarted(cellIndex, cell);
  }

  @Override
  public void outputArrived(int cellIndex, Message message) {
    listener.outputArrived(cellIndex, message);
  }

  @Override
  public void cellFinished(CellOutcome outcome) {
    listener.cellFinished(outcome);
  }
}
