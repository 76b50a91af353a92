package dev.platen.report.figure;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.MimeBundle;
import java.util.Optional;
import java.util.regex.Pattern;

/** A figure's data, of the first type that matches. */
record JsonFigure(String type, JsonObject value) {

  static Optional<JsonFigure> in(MimeBundle bundle, Pattern types) {
    return bundle.entries().entrySet().stream()
        .filter(entry -> types.matcher(entry.getKey()).matches())
        .filter(entry -> entry.getValue() instanceof JsonObject)
        .map(entry -> new JsonFigure(entry.getKey(), (JsonObject) entry.getValue()))
        .findFirst();
  }

  String text() {
    return JsonWriter.compactText(value);
  }
}
