package dev.platen.message;

import dev.platen.json.JsonObject;
import java.util.OptionalInt;

/** The {@code execution_count} that several contents carry. */
public final class ExecutionCount {
  private ExecutionCount() {}

  /** Empty when absent, null, or no number. */
  public static OptionalInt parse(JsonObject content) {
    return content
        .integer("execution_count")
        .map(count -> OptionalInt.of(count.intValue()))
        .orElse(OptionalInt.empty());
  }
}
