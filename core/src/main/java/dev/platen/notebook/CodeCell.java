package dev.platen.notebook;

import dev.platen.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;

/**
 * A code cell.
 *
 * @param executionCount the number in {@code In [n]}; empty when the cell hasn't run
 * @param outputs in the order of arrival
 */
public record CodeCell(
    String id,
    String source,
    JsonObject metadata,
    OptionalInt executionCount,
    List<Output> outputs,
    JsonObject extra)
    implements Cell {
  public CodeCell {
    outputs = List.copyOf(outputs);
  }

  /** A cell that hasn't run. */
  public static CodeCell of(String id, String source, JsonObject metadata) {
    return new CodeCell(id, source, metadata, OptionalInt.empty(), List.of(), JsonObject.EMPTY);
  }

  @Override
  public Kind kind() {
    return Kind.CODE;
  }

  @Override
  public CodeCell withMetadata(JsonObject metadata) {
    return new CodeCell(id, source, metadata, executionCount, outputs, extra);
  }

  public CodeCell withOutputs(OptionalInt executionCount, List<Output> outputs) {
    return new CodeCell(id, source, metadata, executionCount, outputs, extra);
  }
}
