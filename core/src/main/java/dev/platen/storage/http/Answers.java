package dev.platen.storage.http;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JSON of servers that give tokens. */
final class Answers {
  private Answers() {}

  static JsonObject object(byte[] json, String where) {
    try {
      if (JsonReader.read(json) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonSyntaxException e) {
      // Said below.
    }
    throw Fault.of(FaultKind.STORAGE_DENIED, "the credentials are no JSON object")
        .where(where)
        .mend("see what is there instead");
  }

  /**
   * What a form gets from a token server of OAuth 2.
   *
   * @param mend what else would give access
   */
  static String token(HttpCaller caller, String server, Map<String, String> form, String mend)
      throws InterruptedException {
    String body =
        new TreeMap<>(form)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + Address.part(each.getValue()))
                .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        Address.request(server)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    HttpFaults faults = new HttpFaults("no token for the storage", server, mend);
    return object(caller.call(request, faults).body(), server).text("access_token");
  }
}
