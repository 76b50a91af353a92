package dev.platen.notebook.json;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.util.stream.Collectors;

/** Says what a JSON file is that isn't a notebook, or not one of a version that can be read. */
final class NotNotebook {
  private static final int KEYS_SHOWN = 8;

  private NotNotebook() {}

  /** The fault for JSON without {@code nbformat}. */
  static Fault fault(JsonValue json, String name) {
    Fault fault =
        Fault.of(FaultKind.NOTEBOOK_INVALID, "the file is JSON, but not a notebook")
            .where(name)
            .found(describe(json));
    return json instanceof JsonObject object && (object.has("cells") || object.has("worksheets"))
        ? fault.mend("add \"nbformat\": 4 and \"nbformat_minor\": 5 if it is one")
        : fault.mend("give the path of a notebook, an .ipynb file");
  }

  /** The fault for an {@code nbformat} other than 3 and 4. */
  static Fault unsupported(JsonObject file, String name) {
    return Fault.of(FaultKind.NOTEBOOK_INVALID, "the notebook's format can't be read")
        .where(name)
        .found("nbformat " + shown(file))
        .mend(remedy(file.integer("nbformat").orElse(0L), name));
  }

  private static String shown(JsonObject file) {
    JsonValue nbformat = file.value("nbformat");
    return nbformat == null ? "" : JsonWriter.compactText(nbformat);
  }

  private static String remedy(long major, String name) {
    if (major == 1 || major == 2) {
      return "convert it: jupyter nbconvert --to notebook --nbformat 4 '" + name + "'";
    }
    return major > NotebookCodec.MAJOR
        ? "save it as nbformat 4, or use a newer Platen"
        : "nbformat must be the number 4";
  }

  private static String describe(JsonValue json) {
    return switch (json.kind()) {
      case OBJECT -> describe((JsonObject) json);
      case ARRAY -> "a JSON array of " + ((JsonArray) json).values().size();
      case STRING -> "a JSON string";
      case NUMBER -> "a JSON number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
    };
  }

  private static String describe(JsonObject object) {
    if (object.isEmpty()) {
      return "an empty JSON object";
    }
    String keys =
        object.members().keySet().stream()
            .limit(KEYS_SHOWN)
            .map(key -> "'" + key + "'")
            .collect(Collectors.joining(", "));
    return "a JSON object without 'nbformat', with the keys "
        + keys
        + (object.members().size() > KEYS_SHOWN ? ", …" : "");
  }
}
