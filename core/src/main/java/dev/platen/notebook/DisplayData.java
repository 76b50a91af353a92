package dev.platen.notebook;

import dev.platen.json.JsonObject;

/**
 * Something a cell displayed.
 *
 * @param metadata by MIME type, such as an image's {@code width} and {@code height}, or for the
 *     whole
 */
public record DisplayData(MimeBundle data, JsonObject metadata, JsonObject extra)
    implements Output {
  public static DisplayData of(MimeBundle data, JsonObject metadata) {
    return new DisplayData(data, metadata, JsonObject.EMPTY);
  }

  @Override
  public Kind kind() {
    return Kind.DISPLAY_DATA;
  }
}
