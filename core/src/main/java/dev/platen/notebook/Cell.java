package dev.platen.notebook;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import java.util.List;

/** A cell of a notebook. Immutable. */
public sealed interface Cell permits CodeCell, MarkdownCell, RawCell {

  /** The three cell types, for exhaustive switches. */
  enum Kind {
    CODE,
    MARKDOWN,
    RAW
  }

  Kind kind();

  /** Unique in its notebook; 1 to 64 of {@code [a-zA-Z0-9-_]}. */
  String id();

  /** The whole text, lines ended by LF as written by the author. */
  String source();

  JsonObject metadata();

  /** Keys of the cell that nbformat doesn't name; written back as they were. */
  JsonObject extra();

  Cell withMetadata(JsonObject metadata);

  /** {@code metadata.tags}, as far as they are text. */
  default List<String> tags() {
    return metadata().array("tags").stream()
        .filter(JsonString.class::isInstance)
        .map(tag -> ((JsonString) tag).value())
        .toList();
  }

  default boolean hasTag(String tag) {
    return metadata().array("tags").contains(new JsonString(tag));
  }
}
