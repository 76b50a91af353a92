package dev.platen.report;

import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.ImageData;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The words that a cell's options give its figures and tables, one after the other. */
final class Captions {
  private final Iterator<String> figures;
  private final Iterator<String> alts;
  private final Iterator<String> tables;

  Captions(CellOptions options) {
    List<String> figureCaptions = options.all("fig-cap");
    List<String> tableCaptions = options.all("tbl-cap", "tab-cap");
    // MyST has one word for both.
    List<String> either = options.all("caption");
    this.figures = (figureCaptions.isEmpty() ? either : figureCaptions).iterator();
    this.alts = options.all("fig-alt", "alt").iterator();
    this.tables = (tableCaptions.isEmpty() ? either : tableCaptions).iterator();
  }

  /** What stands under the bundle if it is a figure, or above it if it is a table. */
  Optional<String> caption(MimeBundle bundle) {
    if (isFigure(bundle)) {
      return next(figures);
    }
    return bundle.has("text/html") ? next(tables) : Optional.empty();
  }

  /** What a figure shows, for those who can't see it. */
  Optional<String> alt(MimeBundle bundle) {
    return isFigure(bundle) ? next(alts) : Optional.empty();
  }

  private static boolean isFigure(MimeBundle bundle) {
    return bundle.has(ImageData.SVG) || ImageData.BITMAPS.stream().anyMatch(bundle::has);
  }

  private static Optional<String> next(Iterator<String> texts) {
    return texts.hasNext() ? Optional.of(texts.next()) : Optional.empty();
  }
}
