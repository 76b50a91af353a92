package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ImageData;
import dev.platen.report.html.ImageUrl;
import java.util.List;
import java.util.Optional;

/** Bitmaps; the base64 goes through as it came. */
final class BitmapMime implements MimeRenderer {
  @Override
  public List<String> types() {
    return ImageData.BITMAPS;
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<ImageUrl> url =
        representation.text().flatMap(data -> ImageData.bitmap(representation.type(), data));
    url.ifPresent(found -> Figure.write(found, representation, html));
    return url.isPresent();
  }
}
