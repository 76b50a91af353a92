package dev.platen.notebook;

import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing in several representations, by MIME type, in the order in which they came. Text types
 * and base64 data are {@link JsonString}s, whole and not split into lines; {@code application/json}
 * and {@code +json} types are any value.
 */
public record MimeBundle(Map<String, JsonValue> entries) {
  public static final MimeBundle EMPTY = new MimeBundle(Map.of());

  public MimeBundle {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  public static MimeBundle ofText(String mimeType, String text) {
    return new MimeBundle(Map.of(mimeType, new JsonString(text)));
  }

  public boolean has(String mimeType) {
    return entries.containsKey(mimeType);
  }

  /** The representation, if it is there and is text (or base64). */
  public Optional<String> text(String mimeType) {
    return entries.get(mimeType) instanceof JsonString s
        ? Optional.of(s.value())
        : Optional.empty();
  }

  /** Whether nbformat keeps values of this type as JSON rather than as text. */
  public static boolean isJson(String mimeType) {
    return mimeType.equals("application/json")
        || (mimeType.startsWith("application/") && mimeType.endsWith("+json"));
  }
}
