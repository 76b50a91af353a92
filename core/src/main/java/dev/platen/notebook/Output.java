package dev.platen.notebook;

import dev.platen.json.JsonObject;

/** What a code cell gave. Immutable. */
public sealed interface Output permits StreamOutput, DisplayData, ExecuteResult, ErrorOutput {

  /** The four output types, for exhaustive switches. */
  enum Kind {
    STREAM,
    DISPLAY_DATA,
    EXECUTE_RESULT,
    ERROR
  }

  Kind kind();

  /** Keys of the output that nbformat doesn't name; written back as they were. */
  JsonObject extra();
}
