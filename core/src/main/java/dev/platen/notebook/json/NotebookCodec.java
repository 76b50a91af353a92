package dev.platen.notebook.json;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A notebook in a file of nbformat 4. */
final class NotebookCodec {
  static final int MAJOR = 4;
  static final int MINOR = 5;

  private static final Set<String> KEYS = Set.of("cells", "metadata", "nbformat", "nbformat_minor");

  /** What nbformat itself notes in memory and keeps out of files. */
  private static final Set<String> TRANSIENT =
      Set.of("orig_nbformat", "orig_nbformat_minor", "signature");

  private NotebookCodec() {}

  /** Reads a notebook of nbformat 4 that has been checked. */
  static Notebook read(JsonObject json) {
    List<JsonObject> cells = json.array("cells").stream().map(cell -> (JsonObject) cell).toList();
    List<String> ids = CellIds.of(cells);
    List<Cell> values = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      values.add(CellCodec.read(cells.get(i), ids.get(i)));
    }
    return new Notebook(values, json.object("metadata").without(TRANSIENT), json.without(KEYS));
  }

  /** The JSON to be written; its cells are made one by one, as the writer comes to them. */
  static JsonObject write(Notebook notebook) {
    List<Cell> cells = notebook.cells();
    return JsonObject.build(
        json ->
            json.putAll(notebook.extra())
                .put("cells", JsonArray.onDemand(cells.size(), i -> CellCodec.write(cells.get(i))))
                .put("metadata", notebook.metadata().without(TRANSIENT))
                .put("nbformat", MAJOR)
                .put("nbformat_minor", MINOR));
  }
}
