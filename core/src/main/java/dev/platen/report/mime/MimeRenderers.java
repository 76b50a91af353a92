package dev.platen.report.mime;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.markdown.MarkdownRenderer;
import dev.platen.report.markdown.Outline;
import dev.platen.report.tex.MathWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows an output in the first of its representations that can be shown. What can't is named, with
 * its size: nothing vanishes.
 */
public final class MimeRenderers {
  private static final String PLAIN = "text/plain";

  private final List<MimeRenderer> inOrder;

  private MimeRenderers(List<MimeRenderer> inOrder) {
    this.inOrder = inOrder;
  }

  public static MimeRenderers standard(
      Outline outline, MarkdownRenderer markdown, MathWriter math) {
    return new MimeRenderers(
        List.of(
            new HtmlMime(outline.links()),
            new MarkdownMime(markdown),
            new SvgMime(),
            new LatexMime(math),
            new BitmapMime(),
            new PlainTextMime()));
  }

  public void write(MimeBundle bundle, JsonObject metadata, OutputPlace place, HtmlWriter html) {
    String shown = "";
    List<String> declined = new ArrayList<>();
    for (MimeRenderer renderer : inOrder) {
      for (String type : renderer.types()) {
        if (shown.isEmpty() && bundle.has(type)) {
          if (renderer.render(new Representation(type, bundle, metadata, place), html)) {
            shown = type;
          } else {
            declined.add(type);
          }
        }
      }
    }
    if (shown.isEmpty() || shown.equals(PLAIN)) {
      bundle.entries().keySet().stream().filter(type -> !isKnown(type)).forEach(declined::add);
      declined.forEach(type -> note(type, bundle.entries(), html));
    }
  }

  private boolean isKnown(String type) {
    return inOrder.stream().anyMatch(renderer -> renderer.types().contains(type));
  }

  private static void note(String type, Map<String, JsonValue> entries, HtmlWriter html) {
    html.open("p", "unshown").text("Not shown in this report: ");
    html.element("code", type).text(", " + size(entries.get(type)));
    html.text("; the notebook has it").close();
  }

  private static String size(@org.jspecify.annotations.Nullable JsonValue value) {
    if (value == null) {
      return "empty";
    }
    long bytes =
        value instanceof JsonString s ? s.value().length() : JsonWriter.compactText(value).length();
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
