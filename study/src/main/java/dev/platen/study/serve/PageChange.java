package dev.platen.study.serve;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.study.compare.LivePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a page of the one before, for the page's script. */
final class PageChange {
  /** A shorter list is sent whole. */
  private static final int WORTH_EDITS = 3;

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

  private static JsonObject head(JsonObject before, JsonObject after) {
    return JsonObject.build(
        o ->
            after
                .members()
                .forEach(
                    (name, value) -> {
                      JsonValue old = before.value(name);
                      if (!value.equals(old)) {
                        o.put(name, change(old, value));
                      }
                    }));
  }

  /** Of lists the edits, of whatever else the new value. */
  private static JsonObject change(@Nullable JsonValue before, JsonValue after) {
    if (before instanceof JsonArray old
        && after instanceof JsonArray now
        && now.values().size() > WORTH_EDITS) {
      List<JsonValue> edits = new ArrayList<>();
      ListEdits.of(old.values(), now.values()).forEach(edit -> edits.add(ListEdits.json(edit)));
      return JsonObject.build(o -> o.put("edits", new JsonArray(edits)));
    }
    return JsonObject.build(o -> o.put("value", after));
  }
}
