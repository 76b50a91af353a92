package dev.platen.message;

import dev.platen.json.JsonObject;

/**
 * The header of a message.
 *
 * @param msgId unique per message
 * @param session unique per client or kernel
 * @param date ISO 8601 in UTC, as the sender wrote it; "" when absent
 * @param msgType such as {@code execute_request}
 * @param version of the protocol, such as {@code 5.3}
 */
public record Header(
    String msgId, String session, String username, String date, String msgType, String version) {

  static final String PROTOCOL_VERSION = "5.4";

  public JsonObject toJson() {
    return JsonObject.build(
        o ->
            o.put("msg_id", msgId)
                .put("session", session)
                .put("username", username)
                .put("date", date)
                .put("msg_type", msgType)
                .put("version", version));
  }

  public static Header parse(JsonObject json) {
    return new Header(
        json.text("msg_id"),
        json.text("session"),
        json.text("username"),
        json.text("date"),
        json.text("msg_type"),
        json.text("version"));
  }
}
