package dev.platen.run.file;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two text cells by which papermill points at the cell that failed: one at the top, which links
 * to the other, just before that cell. Their text is papermill's, for people's eyes and for
 * programs that look for it.
 */
public final class ErrorMarkers {
  /** Both cells have it, and no other tag. */
  public static final String TAG = "papermill-error-cell-tag";

  private static final String STYLE =
      "style=\"color:red; font-family:Helvetica Neue, Helvetica, Arial, sans-serif; font-size:2em;\"";
  private static final String ANCHOR = "papermill-error-cell";
  private static final long FIRST_ID = 0x91a7e200L;

  private ErrorMarkers() {}

  /** The notebook without those of an earlier run. */
  public static Notebook remove(Notebook notebook) {
    return notebook.withCells(notebook.cells().stream().filter(cell -> !cell.hasTag(TAG)).toList());
  }

  /**
   * The notebook with them.
   *
   * @param cellIndex of the cell that failed
   * @param executionCount its number, if it has one
   */
  static Notebook add(Notebook notebook, int cellIndex, OptionalInt executionCount) {
    String number = executionCount.isPresent() ? "" + executionCount.getAsInt() : "None";
    Set<String> taken = notebook.cells().stream().map(Cell::id).collect(Collectors.toSet());
    List<Cell> cells = new ArrayList<>(notebook.cells());
    cells.add(
        cellIndex,
        marker(
            freeId(taken),
            "<span id=\"%s\" %s>Execution using papermill encountered an exception here and stopped:</span>"
                .formatted(ANCHOR, STYLE)));
    cells.add(
        0,
        marker(
            freeId(taken),
            "<span %s>An Exception was encountered at '<a href=\"#%s\">In [%s]</a>'.</span>"
                .formatted(STYLE, ANCHOR, number)));
    return notebook.withCells(cells);
  }

  private static MarkdownCell marker(String id, String text) {
    JsonObject metadata = JsonObject.EMPTY.with("tags", JsonArray.ofStrings(List.of(TAG)));
    return new MarkdownCell(id, text, metadata, Map.of(), JsonObject.EMPTY);
  }

  private static String freeId(Set<String> taken) {
    long id = FIRST_ID;
    while (!taken.add(Long.toHexString(id))) {
      id++;
    }
    return Long.toHexString(id);
  }
}
