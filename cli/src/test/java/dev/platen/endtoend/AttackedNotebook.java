package dev.platen.endtoend;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notebooks and records with an attack in every place that holds text. */
final class AttackedNotebook {
  private static final String VIEW = "application/vnd.jupyter.widget-view+json";
  private static final String STATE = "application/vnd.jupyter.widget-state+json";

  private static final List<String> TYPES =
      List.of(
          "text/html",
          "text/markdown",
          "text/latex",
          "text/plain",
          "text/vnd.mermaid",
          "image/svg+xml",
          "image/png",
          "image/gif",
          "audio/wav",
          "application/javascript",
          "application/json",
          "application/geo+json",
          "application/pdf",
          "application/vnd.plotly.v1+json",
          "application/vnd.vegalite.v5+json",
          "application/vnd.bokehjs_exec.v0+json");

  private AttackedNotebook() {}

  static JsonObject of(List<String> attacks) {
    List<JsonValue> cells = new ArrayList<>();
    Map<String, JsonValue> widgets = new LinkedHashMap<>();
    for (String attack : attacks) {
      int n = cells.size();
      widgets.put("top" + n, widget("Tab", attack, "w" + n));
      widgets.put("w" + n, widget("HTML", attack, "v" + n));
      widgets.put("v" + n, widget(attack, attack, attack));
      cells.add(text("markdown", attack));
      cells.add(text("markdown", "t " + attack));
      cells.add(text("raw", attack));
      cells.add(code(attack, n));
    }
    // The switch for all code leaves cells that failed alone, and so needs one that didn't.
    cells.add(
        object(
            "cell_type",
            "code",
            "metadata",
            JsonObject.EMPTY,
            "source",
            "x = 1",
            "outputs",
            JsonArray.EMPTY));
    String all = String.join(" ", attacks.subList(0, 40));
    return object(
        "nbformat",
        JsonNumber.of(4),
        "nbformat_minor",
        JsonNumber.of(5),
        "cells",
        new JsonArray(cells),
        "metadata",
        object(
            "title",
            all,
            "language_info",
            object("name", attacks.get(0), "pygments_lexer", attacks.get(0)),
            "kernelspec",
            object("name", attacks.get(0), "display_name", all),
            "papermill",
            object(
                "parameters",
                object(all, all),
                "start_time",
                attacks.get(3),
                "end_time",
                attacks.get(3)),
            "widgets",
            object(STATE, object("state", new JsonObject(widgets)))));
  }

  private static JsonObject widget(String name, String attack, String child) {
    return object(
        "model_name",
        name + "Model",
        "model_module",
        attack,
        "state",
        object(
            "value",
            attack,
            "description",
            attack,
            "titles",
            JsonArray.ofStrings(List.of(attack)),
            "children",
            JsonArray.ofStrings(List.of("IPY_MODEL_" + child)),
            "outputs",
            new JsonArray(List.of(display("text/html", attack), display(attack, attack))),
            "format",
            attack));
  }

  private static JsonObject text(String type, String attack) {
    return object(
        "cell_type",
        type,
        "metadata",
        object("raw_mimetype", "text/html", "tags", tags(attack)),
        "source",
        attack,
        "attachments",
        object(attack, object("image/png", attack, "text/html", attack)));
  }

  private static JsonArray tags(String attack) {
    return JsonArray.ofStrings(List.of(attack.replace(",", ";")));
  }

  private static JsonObject code(String attack, int n) {
    List<JsonValue> outputs = new ArrayList<>();
    for (String type : TYPES) {
      outputs.add(display(type, attack));
    }
    outputs.add(display("x/" + attack, attack));
    outputs.add(display("image/png", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB" + attack));
    outputs.add(display("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'>" + attack));
    outputs.add(display("application/json", object(attack, attack)));
    outputs.add(display(VIEW, object("model_id", "top" + n)));
    outputs.add(display(VIEW, object("model_id", attack)));
    outputs.add(
        display(
            "application/vnd.dataresource+json",
            object(
                "schema",
                object("fields", new JsonArray(List.of(object("name", attack, "type", attack)))),
                "data",
                new JsonArray(List.of(object(attack, attack))))));
    outputs.add(object("output_type", "stream", "name", attack, "text", attack));
    outputs.add(
        object(
            "output_type",
            "error",
            "ename",
            attack,
            "evalue",
            attack,
            "traceback",
            JsonArray.ofStrings(List.of(attack))));
    return object(
        "cell_type",
        "code",
        "metadata",
        object("tags", tags(attack), "papermill", object("status", attack)),
        "source",
        attack,
        "outputs",
        new JsonArray(outputs));
  }

  private static JsonObject display(String type, Object data) {
    JsonObject notes =
        object(
            "width",
            data,
            "height",
            data,
            "alt",
            data,
            "caption",
            data,
            "filename",
            data,
            "isolated",
            data);
    return object("output_type", "display_data", "metadata", notes, "data", object(type, data));
  }

  /** A run's record with the attack in its title, names, values and metrics. */
  static JsonObject record(Path file, String attack) throws IOException {
    try {
      return (JsonObject) attacked(JsonReader.read(Files.readAllBytes(file)), attack);
    } catch (JsonSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonValue attacked(JsonValue value, String attack) {
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObject record = object.with("title", new JsonString(attack));
    JsonObject parameters = record.object("parameters");
    JsonObject arch =
        parameters
            .object("arch")
            .with("value", new JsonString(attack))
            .with("display", new JsonString(attack));
    JsonObject metric = record.object("metrics").object("mse");
    return record
        .with("parameters", parameters.with("arch", arch).with(attack, arch))
        .with("metrics", metric.isEmpty() ? metric : object("mse", metric, attack, metric))
        .with("error", object("ename", attack, "evalue", attack));
  }

  /** An object of keys and values in turn; texts become JSON strings. */
  private static JsonObject object(Object... keysAndValues) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      members.put(
          keysAndValues[i].toString(),
          value instanceof JsonValue json ? json : new JsonString(value.toString()));
    }
    return new JsonObject(members);
  }
}
