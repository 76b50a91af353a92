package dev.platen.run;

import dev.platen.execute.NotebookExecutor;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Outputs of an earlier run, which would be taken for those of the next. */
public final class StaleOutputs {
  private StaleOutputs() {}

  /**
   * The notebook without them. What isn't run keeps what it has.
   *
   * @param leftOut ids of cells that aren't run, beside those whose tag says so
   */
  public static Notebook remove(Notebook notebook, Set<String> leftOut) {
    return notebook.withCells(
        notebook.cells().stream().map(cell -> withoutOutputs(cell, leftOut)).toList());
  }

  private static Cell withoutOutputs(Cell cell, Set<String> leftOut) {
    return cell instanceof CodeCell code
            && !code.hasTag(NotebookExecutor.SKIP_EXECUTION)
            && !leftOut.contains(code.id())
        ? code.withOutputs(OptionalInt.empty(), List.of())
        : cell;
  }
}
