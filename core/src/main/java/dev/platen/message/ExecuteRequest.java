package dev.platen.message;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks the kernel to run code. Input is never allowed: nobody sits before a run.
 *
 * @param silent publishes nothing and leaves the execution count alone
 * @param userExpressions name to expression, evaluated after the code; their values come with the
 *     reply
 */
public record ExecuteRequest(String code, boolean silent, Map<String, String> userExpressions) {

  /** A cell's source, recorded in the kernel's history. */
  public static ExecuteRequest cell(String code) {
    return new ExecuteRequest(code, false, Map.of());
  }

  /** Code of ours that leaves no trace in the notebook. */
  public static ExecuteRequest silent(String code, Map<String, String> userExpressions) {
    return new ExecuteRequest(code, true, userExpressions);
  }

  public JsonObject toContent() {
    Map<String, JsonValue> expressions = new LinkedHashMap<>();
    userExpressions.forEach((name, text) -> expressions.put(name, new JsonString(text)));
    return JsonObject.build(
        o ->
            o.put("code", code)
                .put("silent", silent)
                .put("store_history", !silent)
                .put("user_expressions", new JsonObject(expressions))
                .put("allow_stdin", false)
                .put("stop_on_error", true));
  }
}
