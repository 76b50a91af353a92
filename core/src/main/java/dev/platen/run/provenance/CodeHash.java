package dev.platen.run.provenance;

import dev.platen.execute.NotebookExecutor;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import java.util.List;

/**
 * SHA-256 over what of a notebook executes: the sources of its code cells in order, and the tags
 * that change how they run. Markdown, outputs, ids, execution counts and all other metadata don't
 * count, nor do blank cells and those that are skipped. In hex, over compact JSON: a list of {@code
 * {"source", "tags"}}.
 */
public final class CodeHash {
  /** They say where parameters go in, so a cell of any kind counts that has one. */
  private static final List<String> PLACES = List.of("parameters", "injected-parameters");

  private static final List<String> TAGS =
      List.of(
          PLACES.get(0),
          PLACES.get(1),
          NotebookExecutor.RAISES_EXCEPTION,
          NotebookExecutor.SKIP_EXECUTION);

  private CodeHash() {}

  /**
   * Hashes a template as it was read, before parameters are injected.
   *
   * @return the same for two notebooks that would do the same
   */
  public static String of(Notebook template) {
    List<JsonValue> cells =
        template.cells().stream().filter(CodeHash::counts).map(CodeHash::code).toList();
    return Sha256.of(JsonWriter.compactBytes(new JsonArray(cells)));
  }

  private static boolean counts(Cell cell) {
    return PLACES.stream().anyMatch(cell::hasTag) || executes(cell);
  }

  private static boolean executes(Cell cell) {
    return cell.kind() == Cell.Kind.CODE
        && !cell.source().isBlank()
        && !cell.hasTag(NotebookExecutor.SKIP_EXECUTION);
  }

  private static JsonValue code(Cell cell) {
    List<String> tags = TAGS.stream().filter(cell::hasTag).toList();
    return JsonObject.build(
        o ->
            o.put("source", cell.kind() == Cell.Kind.CODE ? cell.source() : "")
                .put("tags", JsonArray.ofStrings(tags)));
  }
}
