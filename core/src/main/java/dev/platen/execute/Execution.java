package dev.platen.execute;

import dev.platen.notebook.Notebook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an execution gave.
 *
 * @param notebook with the outputs, the timings, and {@code metadata.papermill} of each cell
 * @param outcomes one for each cell, in the notebook's order
 */
public record Execution(Notebook notebook, RunStatus status, List<CellOutcome> outcomes) {
  public Execution {
    outcomes = List.copyOf(outcomes);
  }

  /** Of a run whose kernel never came up: no cell was reached. */
  public static Execution notStarted(Notebook notebook, RunStatus status) {
    List<CellOutcome> outcomes =
        IntStream.range(0, notebook.cells().size())
            .mapToObj(i -> CellOutcome.notRun(i, CellStatus.PENDING))
            .toList();
    NotebookOutputs none = new NotebookOutputs(WidgetStates.CommSender.NONE);
    Notebook described = new ExecutedNotebook(notebook, outcomes, none, Map.of()).value();
    return new Execution(described, status, outcomes);
  }

  /** The cell at which the run stopped, or the first that failed; empty when all went well. */
  public Optional<CellOutcome> culprit() {
    return outcomes.stream()
        .filter(o -> RunStatus.stoppedBy(o.status()) != RunStatus.SUCCEEDED)
        .findFirst();
  }
}
