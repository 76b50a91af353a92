package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ImageData;
import dev.platen.report.html.ImageUrl;
import java.util.List;
import java.util.Optional;

/** Vector images, shown as images, in which no script runs. */
final class SvgMime implements MimeRenderer {
  @Override
  public List<String> types() {
    return List.of(ImageData.SVG);
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<ImageUrl> url = representation.text().flatMap(ImageData::svg);
    url.ifPresent(found -> Figure.write(found, representation, html));
    return url.isPresent();
  }
}
