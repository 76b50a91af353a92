package dev.platen.notebook.json;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A MIME bundle in a file: text types as lists of lines, JSON types and the others as they are. */
final class MimeBundleCodec {
  private static final Set<String> TEXT_IN_DISGUISE =
      Set.of("application/javascript", "image/svg+xml");

  private MimeBundleCodec() {}

  static MimeBundle read(JsonObject json) {
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    json.members()
        .forEach(
            (type, value) ->
                entries.put(type, MimeBundle.isJson(type) ? value : MultilineText.join(value)));
    return new MimeBundle(entries);
  }

  static JsonObject write(MimeBundle bundle) {
    return JsonObject.build(
        json -> bundle.entries().forEach((type, value) -> json.put(type, inFile(type, value))));
  }

  private static JsonValue inFile(String type, JsonValue value) {
    boolean isText = type.startsWith("text/") || TEXT_IN_DISGUISE.contains(type);
    return isText && value instanceof JsonString text ? MultilineText.split(text.value()) : value;
  }
}
