package dev.platen.report.mime;

import dev.platen.json.JsonNull;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what of an output the report doesn't show, how large it is, and lets the reader save it. */
final class Unshown {
  private static final String HTML = "text/html";
  private static final List<String> SCRIPTS = List.of("application/javascript", "text/javascript");
  private static final Pattern SCRIPTED =
      Pattern.compile(
          "<(script|iframe|object|embed|canvas|audio|video)\\b", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> WORDS =
      Map.of(
          "application/javascript",
          "a script",
          "text/javascript",
          "a script",
          "application/pdf",
          "a PDF document");

  private final MimeBundle bundle;
  private final boolean besidePicture;
  private final OutputPlace place;
  private final HtmlWriter html;

  /**
   * For one output.
   *
   * @param shown the type in which it is shown; may be ""
   */
  Unshown(MimeBundle bundle, String shown, OutputPlace place, HtmlWriter html) {
    this.bundle = bundle;
    this.besidePicture = shown.startsWith("image/");
    this.place = place;
    this.html = html;
  }

  /** Writes a line for each of the types. */
  void write(List<String> types) {
    Map<String, String> words = new LinkedHashMap<>();
    types.forEach(type -> words.put(type, type.equals(HTML) ? htmlWords() : words(type)));
    for (String type : types) {
      Interactive.of(type).ifPresent(interactive -> name(interactive, type, words));
    }
    words.forEach(this::line);
  }

  private static String words(String type) {
    return WORDS.getOrDefault(type, "");
  }

  private String htmlWords() {
    return SCRIPTED.matcher(bundle.text(HTML).orElse("")).find()
        ? "HTML that lives by its scripts"
        : "HTML of which nothing could be taken over";
  }

  /** Its HTML and its script are the same thing again. */
  private void name(Interactive interactive, String type, Map<String, String> words) {
    words.remove(HTML);
    String scripted = type;
    for (String script : SCRIPTS) {
      // Bokeh's own type is an empty mark beside the script that has it all.
      if (words.remove(script) != null && isEmpty(type)) {
        words.remove(type);
        scripted = script;
      }
    }
    words.put(scripted, interactive.words());
  }

  private boolean isEmpty(String type) {
    return bundle.entries().get(type) instanceof JsonString s && s.value().isEmpty();
  }

  private void line(String type, String words) {
    JsonValue value = bundle.entries().getOrDefault(type, JsonNull.NULL);
    boolean pictured = besidePicture && Interactive.of(type).isPresent();
    html.open("p", "unshown");
    html.text(pictured ? "This picture stands for " : "Not shown in this report: ");
    html.text(words.isEmpty() ? "" : words + ", ").element("code", type);
    if (type.equals(WidgetMime.VIEW)) {
      html.text("; its state isn't saved in the notebook");
    } else {
      html.text(", " + Saving.size(value));
      Saving.write(type, value, place, html);
    }
    html.close();
  }
}
