package dev.platen.cli.papermill;

import dev.platen.execute.ExecutionListener;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import dev.platen.run.file.NotebookTarget;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes at the end only, and nothing that papermill alone writes: a notebook that was executed in
 * place stays the author's.
 */
record PlainTarget(NotebookTarget target, Notebook before) implements NotebookTarget {
  @Override
  public boolean takesDrafts() {
    return false;
  }

  @Override
  public ExecutionListener journal() {
    return target.journal();
  }

  @Override
  public void draft(Notebook notebook) {}

  @Override
  public void finish(Notebook notebook) {
    Map<String, JsonObject> metadata = new HashMap<>();
    before.cells().forEach(cell -> metadata.put(cell.id(), cell.metadata()));
    target.finish(
        notebook
            .withCells(
                notebook.cells().stream()
                    .map(cell -> plain(cell, metadata.getOrDefault(cell.id(), cell.metadata())))
                    .toList())
            .withMetadata(own(notebook.metadata(), before.metadata(), "papermill")));
  }

  private static Cell plain(Cell cell, JsonObject before) {
    return cell.withMetadata(own(own(cell.metadata(), before, "papermill"), before, "tags"));
  }

  /** The member as it was before. */
  private static JsonObject own(JsonObject metadata, JsonObject before, String key) {
    return before.has(key) ? metadata.with(key, before.members().get(key)) : metadata.without(key);
  }

  @Override
  public void close() {
    target.close();
  }
}
