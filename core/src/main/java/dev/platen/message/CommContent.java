package dev.platen.message;

import dev.platen.json.JsonObject;

/**
 * The content of {@code comm_open}, {@code comm_msg} and {@code comm_close}: widgets speak by
 * these.
 *
 * @param targetName of an opening only, such as {@code jupyter.widget}; else ""
 */
public record CommContent(String commId, String targetName, JsonObject data) {
  public static CommContent parse(JsonObject content) {
    return new CommContent(
        content.text("comm_id"), content.text("target_name"), content.object("data"));
  }

  public JsonObject toContent() {
    return JsonObject.build(o -> o.put("comm_id", commId).put("data", data));
  }
}
