package dev.platen.javakernel;

import dev.platen.json.JsonObject;

/**
 * What a value looks like.
 *
 * @param data MIME type to content
 * @param metadata MIME type to what is to be known of it, such as {@code width}
 */
record MimeBundle(JsonObject data, JsonObject metadata) {
  JsonObject toJson() {
    return JsonObject.build(o -> o.put("data", data).put("metadata", metadata));
  }
}
