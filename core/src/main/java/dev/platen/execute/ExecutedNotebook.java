package dev.platen.execute;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonObject;
import dev.platen.message.KernelInfoReply;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A notebook with what its execution gave: outputs, counts, {@code metadata.execution} as nbclient
 * writes it, and {@code metadata.papermill} of each cell as papermill does, with a true status.
 */
final class ExecutedNotebook {
  private final Notebook notebook;
  private final List<CellOutcome> outcomes;
  private final NotebookOutputs outputs;
  private final Map<Integer, CellTiming> timings;

  ExecutedNotebook(
      Notebook notebook,
      List<CellOutcome> outcomes,
      NotebookOutputs outputs,
      Map<Integer, CellTiming> timings) {
    this.notebook = notebook;
    this.outcomes = outcomes;
    this.outputs = outputs;
    this.timings = timings;
  }

  /** The notebook, saying of its language what the kernel says. */
  Notebook withLanguage(KernelInfoReply info) {
    return info.languageInfo().isEmpty()
        ? value()
        : value().withMetadata(metadata().with("language_info", info.languageInfo()));
  }

  /** The notebook, saying of its language what it said before. */
  Notebook value() {
    List<Cell> cells = new ArrayList<>();
    for (CellOutcome outcome : outcomes) {
      cells.add(cell(notebook.cells().get(outcome.cellIndex()), outcome));
    }
    return notebook.withCells(cells).withMetadata(metadata());
  }

  private JsonObject metadata() {
    JsonObject widgets = outputs.widgetState();
    return widgets.isEmpty() ? notebook.metadata() : notebook.metadata().with("widgets", widgets);
  }

  private Cell cell(Cell cell, CellOutcome outcome) {
    Cell described = cell.withMetadata(metadata(cell, outcome));
    if (!(described instanceof CodeCell code)) {
      return described;
    }
    boolean keeps = outcome.status() == CellStatus.SKIPPED && outcome.time().isEmpty();
    if (keeps && cell.hasTag(NotebookExecutor.SKIP_EXECUTION)) {
      return code;
    }
    return outcome.time().isPresent()
        ? code.withOutputs(outcome.executionCount(), outputs.outputs(outcome.cellIndex()))
        : code.withOutputs(OptionalInt.empty(), List.of());
  }

  private JsonObject metadata(Cell cell, CellOutcome outcome) {
    JsonObject metadata =
        cell.metadata().without("execution").with("papermill", papermill(outcome));
    if (!metadata.has("tags")) {
      metadata = metadata.with("tags", JsonArray.EMPTY);
    }
    CellTiming timing = timings.get(outcome.cellIndex());
    return timing == null ? metadata : metadata.with("execution", timing.toMetadata());
  }

  private static JsonObject papermill(CellOutcome outcome) {
    return JsonObject.build(
        o -> {
          outcome
              .time()
              .ifPresentOrElse(
                  span ->
                      o.put("start_time", PapermillTime.text(span.start()))
                          .put("end_time", PapermillTime.text(span.end()))
                          .put("duration", PapermillTime.seconds(span.duration())),
                  () ->
                      o.put("start_time", JsonNull.NULL)
                          .put("end_time", JsonNull.NULL)
                          .put("duration", JsonNull.NULL));
          o.put("status", outcome.status().word());
          if (outcome.time().isPresent()) {
            o.put("exception", outcome.status() != CellStatus.COMPLETED);
          } else {
            o.put("exception", JsonNull.NULL);
          }
        });
  }
}
