package dev.platen.report.mime;

import dev.platen.json.JsonObject;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.figure.Drawing;
import dev.platen.report.figure.Frame;
import dev.platen.report.figure.FrameWriter;
import dev.platen.report.figure.Loader;
import dev.platen.report.figure.Undrawn;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.markdown.MarkdownRenderer;
import dev.platen.report.markdown.Outline;
import dev.platen.report.terminal.LongText;
import dev.platen.report.tex.MathWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows an output in the first of its representations that can be shown. What can't is named, with
 * its size and a way to save it: nothing vanishes.
 */
public final class MimeRenderers {
  private static final String PLAIN = "text/plain";

  private final List<MimeRenderer> inOrder;
  private final FrameWriter frames;

  private MimeRenderers(List<MimeRenderer> inOrder, FrameWriter frames) {
    this.inOrder = inOrder;
    this.frames = frames;
  }

  /**
   * Those of a report.
   *
   * @param notebook the notebook's metadata, which holds the state of its widgets
   * @param frames for what is drawn by scripts
   * @param trusted whether HTML and scripts of outputs go into the page as they are
   */
  public static MimeRenderers standard(
      Outline outline,
      MarkdownRenderer markdown,
      MathWriter math,
      JsonObject notebook,
      FrameWriter frames,
      boolean trusted) {
    List<MimeRenderer> stills =
        List.of(
            new MarkdownMime(markdown),
            new SvgMime(),
            new LatexMime(math),
            new BitmapMime(),
            new MediaMime(),
            new DataResourceMime(),
            new JsonMime(),
            new MermaidMime());
    List<MimeRenderer> all = new ArrayList<>();
    all.add(new WidgetMime(notebook, stills, outline.links()));
    all.add(trusted ? new TrustedMime() : new HtmlMime(outline.links()));
    all.addAll(stills);
    all.add(new PlainTextMime());
    return new MimeRenderers(List.copyOf(all), frames);
  }

  /** Whether it is drawn by scripts, in a frame. */
  public boolean isDrawn(MimeBundle bundle) {
    return frames.drawing(bundle).filter(Frame.class::isInstance).isPresent();
  }

  /** Writes one output, in a frame if it lives by scripts. */
  public void write(MimeBundle bundle, JsonObject metadata, OutputPlace place, HtmlWriter html) {
    Optional<Drawing> drawing = frames.drawing(bundle);
    if (Interactive.isLoader(bundle) || drawing.filter(Loader.class::isInstance).isPresent()) {
      html.element(
          "p", "unshown", "This loads a library that draws figures; the report needs none.");
    } else if (drawing.isPresent() && drawing.get() instanceof Frame frame) {
      frames.open(frame, place.alt().orElse(frame.words() + ", " + place.cell()), html);
      writeStill(bundle, metadata, place.withoutCaption(), Optional.of(frame), html);
      frames.data(frame, Saving.fileName(frame.type(), place), place.cell(), html);
      frames.close(place.caption(), html);
    } else {
      writeStill(bundle, metadata, place, Optional.empty(), html);
      if (drawing.isPresent() && drawing.get() instanceof Undrawn undrawn) {
        html.element("p", "unshown", undrawn.why());
      }
    }
  }

  /** Writes what can be seen of it without its scripts. */
  private void writeStill(
      MimeBundle bundle,
      JsonObject metadata,
      OutputPlace place,
      Optional<Frame> frame,
      HtmlWriter html) {
    String shown = "";
    List<String> unshown = new ArrayList<>();
    for (MimeRenderer renderer : inOrder) {
      for (String type : renderer.types()) {
        if (shown.isEmpty() && bundle.has(type)) {
          if (renderer.render(
              new Representation(type, bundle, metadata, place, frame.isPresent()), html)) {
            shown = type;
          } else {
            unshown.add(type);
          }
        }
      }
    }
    if (shown.isEmpty()) {
      shown = writeAsText(bundle, html);
    }
    boolean poor = shown.isEmpty() || shown.equals(PLAIN);
    for (String type : bundle.entries().keySet()) {
      // Beside something better, an unknown type is only one more form of the same.
      if (!isKnown(type) && !type.equals(shown) && (poor || Interactive.of(type).isPresent())) {
        unshown.add(type);
      }
    }
    unshown.removeIf(type -> frame.filter(drawn -> drawn.holds(type)).isPresent());
    new Unshown(bundle, shown, place, html).write(unshown);
  }

  /** Text of a type that nobody here knows is text still; gives its type, or "". */
  private String writeAsText(MimeBundle bundle, HtmlWriter html) {
    for (String type : bundle.entries().keySet()) {
      Optional<String> text = bundle.text(type);
      boolean script = type.endsWith("/javascript");
      if (type.startsWith("text/") && !script && !isKnown(type) && text.isPresent()) {
        html.element("p", "channel", type);
        LongText.write(text.get(), "out text", html);
        return type;
      }
    }
    return "";
  }

  private boolean isKnown(String type) {
    return inOrder.stream().anyMatch(renderer -> renderer.types().contains(type));
  }
}
