package dev.platen.report.mime;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlSanitizer;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ImageData;
import dev.platen.report.html.ImageUrl;
import dev.platen.report.html.LinkTargets;
import dev.platen.report.html.PageImages;
import dev.platen.report.terminal.LongText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a notebook displayed into a widget. */
final class WidgetOutputs {
  private final List<MimeRenderer> others;
  private final LinkTargets links;
  private final OutputPlace place;
  private final HtmlWriter html;
  private int count;

  /**
   * For one widget.
   *
   * @param others for what is neither picture nor HTML, in their order
   */
  WidgetOutputs(List<MimeRenderer> others, LinkTargets links, OutputPlace place, HtmlWriter html) {
    this.others = others;
    this.links = links;
    this.place = place;
    this.html = html;
  }

  /** Writes outputs in nbformat's form. */
  void write(List<JsonValue> outputs) {
    for (JsonValue output : outputs) {
      count++;
      if (output instanceof JsonObject object
          && !writePicture(object)
          && !writeHtml(object)
          && !writeOther(object)
          && !writeText(object)) {
        html.element("p", "unshown", "Not shown in this report: an output in a widget");
      }
    }
  }

  private boolean writePicture(JsonObject output) {
    JsonObject data = output.object("data");
    Optional<ImageUrl> image =
        ImageData.BITMAPS.stream()
            .flatMap(type -> ImageData.bitmap(type, joined(data.value(type))).stream())
            .findFirst();
    image.ifPresent(
        url -> {
          html.open("figure", "out").empty("img").src(url);
          html.attribute("alt", "Figure from " + place.cell()).close();
        });
    return image.isPresent();
  }

  private boolean writeHtml(JsonObject output) {
    String markup = joined(output.object("data").value("text/html"));
    if (!markup.isBlank()) {
      html.open("div", "out html");
      new HtmlSanitizer(links, PageImages.inline()).read(markup).write(html);
      html.close();
    }
    return !markup.isBlank();
  }

  private boolean writeOther(JsonObject output) {
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    output
        .object("data")
        .members()
        .forEach(
            (type, value) ->
                entries.put(type, MimeBundle.isJson(type) ? value : new JsonString(joined(value))));
    MimeBundle bundle = new MimeBundle(entries);
    OutputPlace inside = new OutputPlace(place.cell(), place.scope() + "-" + count);
    for (MimeRenderer renderer : others) {
      for (String type : renderer.types()) {
        if (bundle.has(type)
            && renderer.render(
                new Representation(type, bundle, output.object("metadata"), inside, false), html)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean writeText(JsonObject output) {
    JsonObject data = output.object("data");
    String plain = joined(data.value("text/plain"));
    boolean error = output.text("output_type").equals("error");
    String text = plain.isEmpty() ? joined(output.value("text")) : plain;
    if (error) {
      String traceback = String.join("\n", lines(output.array("traceback")));
      text = traceback.isEmpty() ? output.text("ename") + ": " + output.text("evalue") : traceback;
    }
    if (!text.isEmpty()) {
      LongText.write(text, error ? "out error" : "out text", html);
    }
    return !text.isEmpty();
  }

  /** Text as nbformat keeps it: whole, or as a list of lines. */
  private static String joined(@Nullable JsonValue value) {
    if (value instanceof JsonArray lines) {
      return lines(lines.values()).stream().collect(Collectors.joining());
    }
    return value instanceof JsonString s ? s.value() : "";
  }

  private static List<String> lines(List<JsonValue> values) {
    return values.stream()
        .filter(JsonString.class::isInstance)
        .map(line -> ((JsonString) line).value())
        .toList();
  }
}
