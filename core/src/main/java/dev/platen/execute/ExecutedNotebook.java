package dev.platen.execute;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.message.KernelInfoReply;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A notebook with what its execution gave: outputs, counts, {@code metadata.execution} as nbclient
 * writes it, and {@code metadata.papermill} of each cell as papermill does, with a true status. A
 * skipped cell keeps the outputs that it came with.
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
    boolean untouched = outcome.status() == CellStatus.SKIPPED && outcome.time().isEmpty();
    if (untouched) {
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
          Optional<CellOutcome.Span> ended =
              outcome.time().filter(span -> outcome.status() != CellStatus.RUNNING);
          o.put(
                  "start_time",
                  outcome.time().map(span -> PapermillTime.text(span.start())).orElse(null))
              .put("end_time", ended.map(span -> PapermillTime.text(span.end())).orElse(null))
              .put("status", outcome.status().word())
              .put("duration", seconds(ended))
              .put("exception", exception(outcome));
        });
  }

  private static JsonValue seconds(Optional<CellOutcome.Span> ended) {
    return ended
        .<JsonValue>map(span -> JsonNumber.of(PapermillTime.seconds(span.duration())))
        .orElse(JsonNull.NULL);
  }

  /** Null of a cell that wasn't reached, as in papermill. */
  private static JsonValue exception(CellOutcome outcome) {
    return switch (outcome.status()) {
      case PENDING -> JsonNull.NULL;
      case COMPLETED, RUNNING, SKIPPED -> JsonBoolean.FALSE;
      case FAILED, TIMED_OUT, KERNEL_LOST, INTERRUPTED ->
          outcome.time().isPresent() ? JsonBoolean.TRUE : JsonNull.NULL;
    };
  }
}
