package dev.platen.metric;

import dev.platen.json.JsonObject;
import dev.platen.metric.Metric.Source;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the metrics off an executed notebook's outputs: what was glued (scrapbook, MyST-NB, old
 * papermill), printed as {@code key: value}, or is the last expression of a cell and has a name.
 * Nothing has to be added to the notebook for that.
 *
 * <p>A later cell's value replaces an earlier one's; of two sources with one name the one that
 * comes first in {@link Source} counts. Parameters are no metrics: their cells aren't read.
 */
public final class NotebookMetrics {
  private static final List<String> NOT_READ = List.of("parameters", "injected-parameters");

  private final Collected collected = new Collected();
  private final Scraps scraps = new Scraps(collected);
  private final boolean isR;

  private NotebookMetrics(Notebook notebook) {
    this.isR = notebook.language().toLowerCase(Locale.ROOT).equals("r");
  }

  /**
   * The metrics by name, in the order in which the names appear. Never fails: what can't be read is
   * no metric, and stays in the notebook.
   */
  public static Map<String, Metric> of(Notebook notebook) {
    NotebookMetrics metrics = new NotebookMetrics(notebook);
    List<Cell> cells = notebook.cells();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof CodeCell code && NOT_READ.stream().noneMatch(code::hasTag)) {
        metrics.read(code, i);
      }
    }
    return metrics.collected.all();
  }

  private void read(CodeCell cell, int index) {
    StringBuilder printed = new StringBuilder();
    MimeBundle result = MimeBundle.EMPTY;
    for (Output output : cell.outputs()) {
      switch (output.kind()) {
        case STREAM -> {
          StreamOutput stream = (StreamOutput) output;
          if (stream.name().equals("stdout")) {
            printed.append(stream.text());
          }
        }
        case DISPLAY_DATA -> {
          DisplayData display = (DisplayData) output;
          result = shown(display.data(), display.metadata(), isR, result, index);
        }
        case EXECUTE_RESULT -> {
          ExecuteResult last = (ExecuteResult) output;
          result = shown(last.data(), last.metadata(), true, result, index);
        }
        case ERROR -> {
          // What came before it counts all the same.
        }
      }
    }
    PrintedLines.read(
        printed.toString(), (name, value) -> collected.put(name, value, Source.PRINTED, index));
    expression(cell.source(), result, index);
  }

  /** Gives what the cell's last expression shows, as far as is known. R's kernel displays it. */
  private MimeBundle shown(
      MimeBundle data, JsonObject metadata, boolean isResult, MimeBundle before, int index) {
    scraps.read(data, metadata, index);
    return isResult && !metadata.has("scrapbook") ? data : before;
  }

  private void expression(String source, MimeBundle result, int index) {
    if (result.entries().isEmpty()) {
      return;
    }
    Optional<String> name = LastExpression.name(source);
    if (name.isPresent()) {
      ShownBundle.parse(result, "")
          .ifPresent(value -> collected.put(name.get(), value, Source.EXPRESSION, index));
    }
  }
}
