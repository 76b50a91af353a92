package dev.platen.notebook;

import dev.platen.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A raw cell: text that no kernel and no Markdown renderer touches.
 *
 * @param attachments file name to its representations; empty when there are none
 */
public record RawCell(
    String id,
    String source,
    JsonObject metadata,
    Map<String, MimeBundle> attachments,
    JsonObject extra)
    implements Cell {
  public RawCell {
    attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
  }

  @Override
  public Kind kind() {
    return Kind.RAW;
  }

  @Override
  public RawCell withMetadata(JsonObject metadata) {
    return new RawCell(id, source, metadata, attachments, extra);
  }
}
