package dev.platen.message;

import dev.platen.json.JsonObject;
import java.util.OptionalInt;

/**
 * The kernel's answer to an {@link ExecuteRequest}.
 *
 * @param status {@code ok}, {@code error} or {@code aborted}
 * @param executionCount the number in {@code In [n]}
 * @param error name, message and traceback; empty texts when the status is {@code ok}
 * @param userExpressions name to {@code {status, data, metadata}}
 */
public record ExecuteReply(
    String status, OptionalInt executionCount, ErrorContent error, JsonObject userExpressions) {

  public boolean ok() {
    return status.equals("ok");
  }

  public static ExecuteReply parse(JsonObject content) {
    return new ExecuteReply(
        content.text("status"),
        ExecutionCount.parse(content),
        ErrorContent.parse(content),
        content.object("user_expressions"));
  }
}
