package dev.platen.study.label;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import java.util.List;
import java.util.TreeSet;

/**
 * What people noted of one run.
 *
 * @param labels sorted, each once
 * @param note any text; "" for none
 * @param star whether it is one of those to come back to
 */
public record RunMark(List<String> labels, String note, boolean star) {
  public static final RunMark NONE = new RunMark(List.of(), "", false);

  public RunMark {
    labels = List.copyOf(new TreeSet<>(labels));
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** What isn't there is none; what isn't text is passed over. */
  static RunMark read(JsonObject json) {
    List<String> labels =
        json.array("labels").stream()
            .filter(JsonString.class::isInstance)
            .map(label -> ((JsonString) label).value())
            .toList();
    return new RunMark(labels, json.text("note"), json.isTrue("star"));
  }

  /** As labels.json has it: what isn't noted is left out. */
  public JsonObject toJson() {
    return JsonObject.build(
        o -> {
          if (!labels.isEmpty()) {
            o.put("labels", JsonArray.ofStrings(labels));
          }
          if (!note.isEmpty()) {
            o.put("note", note);
          }
          if (star) {
            o.put("star", true);
          }
        });
  }
}
