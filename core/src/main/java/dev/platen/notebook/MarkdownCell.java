package dev.platen.notebook;

import dev.platen.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Markdown cell.
 *
 * @param attachments file name to its representations; empty when there are none
 */
public record MarkdownCell(
    String id,
    String source,
    JsonObject metadata,
    Map<String, MimeBundle> attachments,
    JsonObject extra)
    implements Cell {
  public MarkdownCell {
    attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
  }

  @Override
  public Kind kind() {
    return Kind.MARKDOWN;
  }

  @Override
  public MarkdownCell withMetadata(JsonObject metadata) {
    return new MarkdownCell(id, source, metadata, attachments, extra);
  }
}
