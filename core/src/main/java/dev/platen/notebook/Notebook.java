package dev.platen.notebook;

import dev.platen.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A notebook in the shape of nbformat 4.5. Immutable.
 *
 * @param cells in reading order
 * @param metadata of the notebook: {@code kernelspec}, {@code language_info}, {@code papermill}, …
 * @param extra top-level keys that nbformat doesn't name; written back as they were
 */
public record Notebook(List<Cell> cells, JsonObject metadata, JsonObject extra) {
  public Notebook {
    cells = List.copyOf(cells);
  }

  /** {@code metadata.language_info.name}, else {@code metadata.kernelspec.language}, else "". */
  public String language() {
    String name = metadata.object("language_info").text("name");
    return name.isEmpty() ? metadata.object("kernelspec").text("language") : name;
  }

  /** {@code metadata.kernelspec.name}, or "". */
  public String kernelName() {
    return metadata.object("kernelspec").text("name");
  }

  /** The 0-based index of the first cell with the tag. */
  public OptionalInt firstWithTag(String tag) {
    return IntStream.range(0, cells.size()).filter(i -> cells.get(i).hasTag(tag)).findFirst();
  }

  public Notebook withCells(List<Cell> cells) {
    return new Notebook(cells, metadata, extra);
  }

  public Notebook withMetadata(JsonObject metadata) {
    return new Notebook(cells, metadata, extra);
  }
}
