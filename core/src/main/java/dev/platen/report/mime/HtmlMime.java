package dev.platen.report.mime;

import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlSanitizer;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ImageData;
import dev.platen.report.html.LinkTargets;
import dev.platen.report.html.PageImages;
import dev.platen.report.html.SanitizedHtml;
import java.util.List;
import java.util.Optional;

/**
 * HTML, sanitised. Scripts don't run here: an output that lives by them shows its picture or its
 * text, if it has one.
 */
final class HtmlMime implements MimeRenderer {
  private final LinkTargets links;

  HtmlMime(LinkTargets links) {
    this.links = links;
  }

  @Override
  public List<String> types() {
    return List.of("text/html");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<SanitizedHtml> parsed =
        representation.text().map(new HtmlSanitizer(links, PageImages.inline())::read);
    if (parsed.isEmpty()) {
      return false;
    }
    SanitizedHtml content = parsed.get();
    boolean scripted = content.isScripted();
    if (content.isEmptied()
        || (scripted && (content.isBlank() || hasTwin(representation.bundle())))) {
      return false;
    }
    representation.place().caption().ifPresent(caption -> html.element("p", "caption", caption));
    html.open("div", content.isPainted() ? "out html paper" : "out html");
    content.write(html);
    html.close();
    if (scripted && !representation.framed()) {
      html.open("p", "unshown");
      html.text("This output's scripts, frames and media are not part of the report");
      representation.save(html);
      html.close();
    }
    return true;
  }

  /** Whether there is a picture, or a text that says more than {@code <IPython… object>}. */
  private static boolean hasTwin(MimeBundle bundle) {
    String text = bundle.text("text/plain").orElse("");
    return bundle.has(ImageData.SVG)
        || ImageData.BITMAPS.stream().anyMatch(bundle::has)
        || !(text.isBlank() || text.startsWith("<"));
  }
}
