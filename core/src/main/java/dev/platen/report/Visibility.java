package dev.platen.report;

import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;

/**
 * What the author wants to be seen of a cell or a part of it, said by JupyterLab's metadata or by
 * the tags that Jupyter Book made common.
 */
enum Visibility {
  SHOWN,
  FOLDED,
  REMOVED;

  boolean isRemoved() {
    return this == REMOVED;
  }

  boolean isFolded() {
    return this == FOLDED;
  }

  static Visibility ofCell(Cell cell) {
    return byTag(cell, "cell", false);
  }

  static Visibility ofInput(Cell cell) {
    boolean hidden = lab(cell).isTrue("source_hidden") || cell.metadata().isTrue("hide_input");
    return byTag(cell, "input", hidden);
  }

  static Visibility ofOutput(Cell cell) {
    boolean hidden = lab(cell).isTrue("outputs_hidden") || cell.metadata().isTrue("collapsed");
    return byTag(cell, "output", hidden);
  }

  private static JsonObject lab(Cell cell) {
    return cell.metadata().object("jupyter");
  }

  private static Visibility byTag(Cell cell, String part, boolean folded) {
    if (cell.hasTag("remove-" + part) || cell.hasTag("remove_" + part)) {
      return REMOVED;
    }
    boolean hidden = cell.hasTag("hide-" + part) || cell.hasTag("hide_" + part);
    return hidden || folded ? FOLDED : SHOWN;
  }
}
