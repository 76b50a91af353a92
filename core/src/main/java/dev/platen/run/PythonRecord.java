package dev.platen.run;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.metric.MetricValue;
import dev.platen.metric.PlainValue;
import dev.platen.resource.ResourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Lets Python say a value exactly: wraps an expression so that it gives JSON, in base64. The
 * wrapping is itself an expression and leaves no name in the notebook.
 */
final class PythonRecord {
  private static final String SCRIPT =
      literal(ResourceText.beside(PythonRecord.class, "record.py"));

  private PythonRecord() {}

  /** The wrapped expression. */
  static String wrap(String expression) {
    // Names such as dict and exec may be the notebook's own by now; those of builtins aren't.
    return "(lambda python: (lambda own: python.exec("
        + SCRIPT
        + ", own) or own['metric']("
        + literal(expression.strip())
        + ", (lambda: 0).__globals__))({'__builtins__': {**python.__dict__}}))(__import__('builtins'))";
  }

  /**
   * What the wrapped expression gave.
   *
   * @param value empty when the problem says why
   */
  record Answer(Optional<MetricValue> value, String problem) {
    private static Answer of(Optional<MetricValue> value) {
      return new Answer(
          value,
          "it is neither a number, a truth value, text, nor a table of rows that are equally long");
    }
  }

  /** Reads the {@code text/plain} of the wrapped expression. */
  static Answer read(String shown) {
    try {
      byte[] json = Base64.getDecoder().decode(shown.replace("'", ""));
      if (JsonReader.read(json) instanceof JsonObject answer) {
        return read(answer);
      }
    } catch (IllegalArgumentException | JsonSyntaxException e) {
      // The notebook has taken over how Python shows text; the value can't be had.
    }
    return new Answer(Optional.empty(), "the kernel's answer can't be read");
  }

  private static Answer read(JsonObject answer) {
    if (answer.has("problem")) {
      return new Answer(Optional.empty(), answer.text("problem"));
    }
    if (answer.has("table")) {
      return Answer.of(table(answer.object("table")));
    }
    JsonValue value = answer.value("value");
    return Answer.of(value == null ? Optional.empty() : PlainValue.of(value));
  }

  private static Optional<MetricValue> table(JsonObject table) {
    List<List<JsonValue>> rows = new ArrayList<>();
    for (JsonValue row : table.array("rows")) {
      rows.add(row instanceof JsonArray cells ? cells.values() : List.of());
    }
    return new JsonArray(table.array("columns"))
        .strings()
        .flatMap(columns -> PlainValue.table(columns, rows));
  }

  /** JSON's text literals are Python's, too. */
  private static String literal(String text) {
    return new String(JsonWriter.compactBytes(new JsonString(text)), StandardCharsets.UTF_8);
  }
}
