package dev.platen.execute;

import dev.platen.notebook.Notebook;
import java.util.List;
import java.util.Optional;

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

  /** The cell at which the run stopped, or the first that failed; empty when all went well. */
  public Optional<CellOutcome> culprit() {
    return outcomes.stream()
        .filter(o -> RunStatus.stoppedBy(o.status()) != RunStatus.SUCCEEDED)
        .findFirst();
  }
}
