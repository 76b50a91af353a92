package dev.platen.export;

import dev.platen.json.JsonObject;
import dev.platen.notebook.RawCell;

/** For which kind of document a raw cell is meant. */
final class RawType {
  private RawType() {}

  /** A MIME type; "" for every document. nbformat calls it {@code format}, JupyterLab otherwise. */
  static String of(RawCell cell) {
    JsonObject metadata = cell.metadata();
    String type = metadata.text("raw_mimetype");
    return type.isEmpty() ? metadata.text("format") : type;
  }
}
