package dev.platen.notebook;

import dev.platen.json.JsonObject;
import java.util.OptionalInt;

/**
 * The value of a cell's last expression.
 *
 * @param executionCount the number in {@code Out[n]}
 * @param metadata as in {@link DisplayData}
 */
public record ExecuteResult(
    OptionalInt executionCount, MimeBundle data, JsonObject metadata, JsonObject extra)
    implements Output {
  @Override
  public Kind kind() {
    return Kind.EXECUTE_RESULT;
  }
}
