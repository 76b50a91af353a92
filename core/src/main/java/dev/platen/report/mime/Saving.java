package dev.platen.report.mime;

import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ImageData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the reader save what the report doesn't show. The link's address holds the data itself, as
 * bytes of no type: a browser saves them, and never opens them as a page.
 */
final class Saving {
  /** Characters; what is longer stays in the notebook only. */
  private static final int MAX_SIZE = 8_000_000;

  /** A text without any blank that is longer than this and reads as base64 is no text. */
  private static final int MIN_BASE64 = 64;

  private static final String BINARY =
      "(image|audio|video|font)/(?!svg).*|application/(pdf|zip|octet-stream|gzip|x-hdf5?)";

  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("application/javascript", "js"),
          Map.entry("text/javascript", "js"),
          Map.entry("application/octet-stream", "bin"),
          Map.entry("application/geo+json", "geojson"),
          Map.entry("image/svg+xml", "svg"),
          Map.entry("image/jpeg", "jpg"),
          Map.entry("audio/mpeg", "mp3"),
          Map.entry("text/plain", "txt"),
          Map.entry("text/markdown", "md"),
          Map.entry("text/latex", "tex"),
          Map.entry("text/vnd.mermaid", "mmd"));

  private Saving() {}

  /** Writes the link; if there is too much to save, says where it is. */
  static void write(String type, JsonValue value, OutputPlace place, HtmlWriter html) {
    String text = text(value);
    if (text.length() > MAX_SIZE) {
      html.text("; the notebook has it");
      return;
    }
    if (!text.isEmpty()) {
      html.text(". ").open("a", "save");
      html.attribute("download", fileName(type, place));
      html.attribute("href", "data:application/octet-stream;base64," + base64(type, text));
      html.attribute("aria-label", "Save it: " + type + " from " + place.cell());
      html.text("Save it").close();
    }
  }

  /** The name under which it is saved. */
  static String fileName(String type, OutputPlace place) {
    return "cell-" + place.scope() + "." + extension(type);
  }

  /** As people say it, such as {@code 12.3 kB}. */
  static String size(JsonValue value) {
    long bytes = text(value).length();
    if (bytes < 1000) {
      return bytes == 0 ? "empty" : bytes + " bytes";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString s ? s.value() : JsonWriter.compactText(value);
  }

  private static String base64(String type, String text) {
    boolean mayBeBinary =
        type.matches(BINARY)
            || (text.length() > MIN_BASE64
                && !type.startsWith("text/")
                && !MimeBundle.isJson(type)
                && text.indexOf(' ') < 0);
    Optional<String> payload = mayBeBinary ? ImageData.payload(text) : Optional.empty();
    return payload.orElseGet(
        () -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String extension(String type) {
    String known = EXTENSIONS.get(type);
    if (known != null) {
      return known;
    }
    String subtype = type.substring(type.indexOf('/') + 1);
    if (MimeBundle.isJson(type)) {
      return "json";
    }
    return subtype.matches("[a-z0-9]{1,8}") ? subtype : "bin";
  }
}
