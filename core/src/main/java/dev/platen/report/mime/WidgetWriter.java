package dev.platen.report.mime;

import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.report.html.HtmlSanitizer;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ImageData;
import dev.platen.report.html.ImageUrl;
import dev.platen.report.html.LinkTargets;
import dev.platen.report.html.PageImages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes widgets from their saved state: boxes with what is in them, progress, and of each control
 * its label and its value.
 *
 * @see <a href="https://ipywidgets.readthedocs.io/en/stable/embedding.html">the state's format</a>
 */
final class WidgetWriter {
  private static final String REFERENCE = "IPY_MODEL_";
  private static final int MAX_DEPTH = 16;

  /** Of one output. */
  private static final int MAX_WIDGETS = 2000;

  private final JsonObject models;
  private final LinkTargets links;
  private final OutputPlace place;
  private final HtmlWriter html;
  private final WidgetOutputs outputs;
  private final Set<String> around = new HashSet<>();
  private int written;

  /**
   * For one output.
   *
   * @param others for what was displayed into a widget
   */
  WidgetWriter(
      JsonObject models,
      List<MimeRenderer> others,
      LinkTargets links,
      OutputPlace place,
      HtmlWriter html) {
    this.models = models;
    this.outputs = new WidgetOutputs(others, links, place, html);
    this.links = links;
    this.place = place;
    this.html = html;
  }

  void write(String id) {
    JsonObject model = models.object(id);
    if (isInvisible(model) || written > MAX_WIDGETS) {
      return;
    }
    written++;
    if (written > MAX_WIDGETS) {
      unshown("the widgets after the first " + MAX_WIDGETS);
    } else if (around.size() >= MAX_DEPTH) {
      unshown("a widget nested deeper than " + MAX_DEPTH + " others");
    } else if (around.add(id)) {
      write(model, model.object("state"));
      around.remove(id);
    } else {
      unshown("a widget that is in itself");
    }
  }

  private void unshown(String what) {
    html.element("p", "unshown", "Not shown in this report: " + what);
  }

  private void write(JsonObject model, JsonObject state) {
    String name = model.text("model_name").replaceFirst("Model$", "");
    switch (name) {
      case "HBox", "VBox", "Box", "GridBox" -> box(state, name.equals("VBox") ? "box down" : "box");
      case "Tab", "Accordion", "Stack", "TwoByTwoLayout", "AppLayout", "GridspecLayout" ->
          titled(state);
      case "HTML", "HTMLMath" -> html(state);
      case "IntProgress", "FloatProgress" -> progress(state);
      case "Image" -> image(model, state);
      case "Output" -> outputs.write(state.array("outputs"));
      default -> value(name, model, state);
    }
  }

  private boolean isInvisible(JsonObject model) {
    String id = referred(model.object("state").text("layout"));
    JsonObject layout = models.object(id).object("state");
    return layout.text("display").equals("none") || layout.text("visibility").equals("hidden");
  }

  private static String referred(String text) {
    return text.startsWith(REFERENCE) ? text.substring(REFERENCE.length()) : "";
  }

  private static List<String> children(JsonObject state) {
    List<String> ids = new ArrayList<>();
    for (JsonValue child : state.array("children")) {
      if (child instanceof JsonString s) {
        ids.add(referred(s.value()));
      }
    }
    return ids;
  }

  private void box(JsonObject state, String cssClass) {
    html.open("div", cssClass);
    children(state).forEach(child -> write(child));
    html.close();
  }

  private void titled(JsonObject state) {
    List<String> ids = children(state);
    List<JsonValue> titles = state.array("titles");
    html.open("div", "box down");
    for (int i = 0; i < ids.size(); i++) {
      // Before ipywidgets 8 the titles were in an object, by index.
      String title =
          i < titles.size()
              ? text(titles.get(i))
              : state.object("_titles").text(Integer.toString(i));
      if (!title.isBlank()) {
        html.element("p", "widget-title", title);
      }
      write(ids.get(i));
    }
    html.close();
  }

  private void html(JsonObject state) {
    html.open("div", "widget-html");
    label(state);
    html.open("div");
    new HtmlSanitizer(links, PageImages.inline()).read(state.text("value")).write(html);
    html.close().close();
  }

  private void progress(JsonObject state) {
    double min = number(state, "min", 0);
    double max = number(state, "max", 100);
    double value = number(state, "value", 0);
    html.open("div", "widget-value");
    label(state);
    html.open("progress").attribute("max", "1");
    double share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
    html.attribute("value", String.format(Locale.ROOT, "%.3f", share));
    String description = state.text("description");
    html.attribute("aria-label", description.isBlank() ? "Progress" : description);
    html.close().close();
  }

  private void image(JsonObject model, JsonObject state) {
    String type = "image/" + state.string("format").orElse("png");
    Optional<ImageUrl> url =
        model.array("buffers").stream()
            .filter(JsonObject.class::isInstance)
            .map(buffer -> ((JsonObject) buffer).text("data"))
            .findFirst()
            .flatMap(data -> ImageData.bitmap(type, data));
    if (url.isPresent()) {
      html.open("figure", "out").empty("img").src(url.get());
      html.attribute("alt", "Image from " + place.cell()).close();
    } else {
      value("Image", model, state);
    }
  }

  private void value(String name, JsonObject model, JsonObject state) {
    Optional<String> value = shownValue(state);
    if (model.text("model_name").isEmpty()) {
      unshown("a widget whose state isn't saved in the notebook");
      return;
    }
    if (value.isEmpty() && state.text("description").isBlank()) {
      html.open("p", "unshown").text("Not shown in this report: a widget, ");
      html.element("code", model.text("model_module") + " " + name).close();
      return;
    }
    html.open("div", "widget-value");
    label(state);
    boolean plain = name.equals("Label");
    value.ifPresent(shown -> html.element(plain ? "span" : "code", shown));
    html.close();
  }

  private void label(JsonObject state) {
    String description = state.text("description");
    if (!description.isBlank()) {
      html.element("span", "widget-label", description).text(" ");
    }
  }

  private static Optional<String> shownValue(JsonObject state) {
    List<JsonValue> options = state.array("_options_labels");
    if (state.value("index") instanceof JsonNumber index && !options.isEmpty()) {
      int at = index.value().intValue();
      return at >= 0 && at < options.size() ? Optional.of(text(options.get(at))) : Optional.empty();
    }
    JsonValue value = state.value("value");
    return value == null || value instanceof JsonNull ? Optional.empty() : Optional.of(text(value));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString s ? s.value() : JsonWriter.compactText(value);
  }

  private static double number(JsonObject state, String key, double otherwise) {
    return state.value(key) instanceof JsonNumber number ? number.value().doubleValue() : otherwise;
  }
}
