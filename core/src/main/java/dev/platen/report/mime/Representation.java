package dev.platen.report.mime;

import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One representation of what a cell displayed.
 *
 * @param metadata of the whole output
 * @param framed whether its scripts run in a frame, for which this only stands
 */
record Representation(
    String type, MimeBundle bundle, JsonObject metadata, OutputPlace place, boolean framed) {

  /** The data, if it is text or base64. */
  Optional<String> text() {
    return bundle.text(type);
  }

  /** Writes a link by which the reader can save it. */
  void save(HtmlWriter html) {
    JsonValue whole = bundle.entries().get(type);
    if (whole != null) {
      Saving.write(type, whole, place, html);
    }
  }

  /** Metadata of this type, else of the whole output, if it is text. */
  Optional<String> note(String key) {
    return setting(key) instanceof JsonString s ? Optional.of(s.value()) : Optional.empty();
  }

  /** A length in pixels from the metadata, 1 to 99999; null if there is none. */
  @Nullable String pixels(String key) {
    JsonValue value = setting(key);
    double pixels = 0;
    if (value instanceof JsonNumber number) {
      pixels = number.value().doubleValue();
    } else if (value instanceof JsonString s && s.value().matches("\\d{1,5}(px)?")) {
      pixels = Integer.parseInt(s.value().replace("px", ""));
    }
    return pixels >= 1 && pixels < 100_000 ? Long.toString(Math.round(pixels)) : null;
  }

  private @Nullable JsonValue setting(String key) {
    JsonValue own = metadata.object(type).value(key);
    return own == null ? metadata.value(key) : own;
  }
}
