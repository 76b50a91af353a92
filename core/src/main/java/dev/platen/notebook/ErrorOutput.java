package dev.platen.notebook;

import dev.platen.json.JsonObject;
import java.util.List;

/**
 * An error that a cell raised.
 *
 * @param ename the error's name, such as {@code ValueError}
 * @param evalue its message
 * @param traceback lines (each may hold several), usually with ANSI colours
 */
public record ErrorOutput(String ename, String evalue, List<String> traceback, JsonObject extra)
    implements Output {
  public ErrorOutput {
    traceback = List.copyOf(traceback);
  }

  public static ErrorOutput of(String ename, String evalue, List<String> traceback) {
    return new ErrorOutput(ename, evalue, traceback, JsonObject.EMPTY);
  }

  @Override
  public Kind kind() {
    return Kind.ERROR;
  }
}
