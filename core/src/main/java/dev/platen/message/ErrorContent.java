package dev.platen.message;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.util.List;

/**
 * An error that the code raised.
 *
 * @param traceback lines, usually with ANSI colours; may be empty
 */
public record ErrorContent(String ename, String evalue, List<String> traceback) {
  public ErrorContent {
    traceback = List.copyOf(traceback);
  }

  public static ErrorContent parse(JsonObject content) {
    List<String> traceback = new JsonArray(content.array("traceback")).strings().orElse(List.of());
    return new ErrorContent(content.text("ename"), content.text("evalue"), traceback);
  }
}
