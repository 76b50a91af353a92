package dev.platen.study.serve;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.study.compare.LivePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What makes a page of the one before, for the page's script. */
final class PageChange {
  private PageChange() {}

  /**
   * The difference; empty if there is none that is worth it: other templates, and the page is to be
   * asked for anew.
   */
  static Optional<String> of(LivePage.State before, LivePage.State after) {
    List<String> names = names(before);
    if (!names.equals(names(after))) {
      return Optional.empty();
    }
    StringBuilder json = new StringBuilder("{\"sections\":[");
    for (int i = 0; i < names.size(); i++) {
      json.append(i == 0 ? "" : ",");
      append(before.sections().get(i), after.sections().get(i), json);
    }
    JsonObject parts =
        JsonObject.build(
            o ->
                after
                    .parts()
                    .forEach(
                        (name, markup) -> {
                          if (!markup.equals(before.parts().get(name))) {
                            o.put(name, markup);
                          }
                        }));
    return Optional.of(
        json.append("],\"parts\":").append(JsonWriter.compactText(parts)).append('}').toString());
  }

  private static List<String> names(LivePage.State state) {
    return state.sections().stream().map(section -> section.head().text("template")).toList();
  }

  private static void append(LivePage.Section before, LivePage.Section after, StringBuilder json) {
    json.append("{\"head\":").append(JsonWriter.compactText(head(before.head(), after.head())));
    List<JsonValue> gone = new ArrayList<>();
    for (String name : before.head().members().keySet()) {
      if (!after.head().has(name)) {
        gone.add(new JsonString(name));
      }
    }
    json.append(",\"gone\":").append(JsonWriter.compactText(new JsonArray(gone)));
    json.append(",\"runs\":[");
    String separator = "";
    // Rows are JSON already.
    for (ListEdits.Edit<String> edit : ListEdits.of(before.rows(), after.rows())) {
      json.append(separator).append('[').append(edit.at()).append(',').append(edit.removed());
      json.append(",[").append(String.join(",", edit.added())).append("]]");
      separator = ",";
    }
    json.append("]}");
  }

  /** Of lists the edits, of whatever else the new value. */
  private static JsonObject head(JsonObject before, JsonObject after) {
    return JsonObject.build(
        o ->
            after
                .members()
                .forEach(
                    (name, value) -> {
                      JsonValue old = before.value(name);
                      if (Objects.equals(old, value)) {
                        return;
                      }
                      boolean lists =
                          old instanceof JsonArray && value instanceof JsonArray && isLong(value);
                      o.put(
                          name,
                          JsonObject.build(
                              change ->
                                  change.put(
                                      lists ? "edits" : "value",
                                      lists ? edits((JsonArray) old, (JsonArray) value) : value)));
                    }));
  }

  private static boolean isLong(JsonValue value) {
    return value instanceof JsonArray array && array.values().size() > 3;
  }

  private static JsonArray edits(JsonArray before, JsonArray after) {
    return new JsonArray(
        ListEdits.of(before.values(), after.values()).stream().map(ListEdits::json).toList());
  }
}
