package dev.platen.report.mime;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.report.code.CodeHighlighter;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.terminal.LongText;
import java.util.List;

/** JSON, indented; of maps, what they hold. */
final class JsonMime implements MimeRenderer {
  private static final int MAX_COLOURED = 20_000;
  private static final int MAX_LINES = 200;

  @Override
  public List<String> types() {
    return List.of("application/geo+json", "application/vnd.geo+json", "application/json");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    JsonValue value = representation.bundle().entries().get(representation.type());
    if (value == null) {
      return false;
    }
    if (value instanceof JsonObject object && representation.type().contains("geo")) {
      html.element("p", "channel", describe(object));
    }
    String text = JsonText.of(value);
    if (text.length() <= MAX_COLOURED && text.lines().count() <= MAX_LINES) {
      html.open("pre", "out json").text("\n");
      CodeHighlighter.write(text, "json", html);
      html.close();
    } else {
      LongText.write(text, "out json", html);
    }
    return true;
  }

  private static String describe(JsonObject map) {
    int features = map.array("features").size();
    String type = "GeoJSON, " + map.string("type").orElse("of no type");
    return features == 0
        ? type
        : type + " of " + features + (features == 1 ? " feature" : " features");
  }
}
