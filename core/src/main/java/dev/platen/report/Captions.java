package dev.platen.report;

import dev.platen.json.JsonObject;
import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.ImageData;
import dev.platen.report.markdown.CrossReferences.Target;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The words that a cell's options give its figures and tables, one after the other. */
final class Captions {
  private final Iterator<String> figures;
  private final Iterator<String> alts;
  private final Iterator<String> tables;
  private Optional<Target> target;

  /**
   * Those of a cell.
   *
   * @param target what the cell's label stands for, whose number the first caption tells
   */
  Captions(CellOptions options, Optional<Target> target) {
    this.target = target.filter(labelled -> labelled.number() > 0);
    List<String> figureCaptions = options.all("fig-cap");
    List<String> tableCaptions = options.all("tbl-cap", "tab-cap");
    // MyST has one word for both.
    List<String> either = options.all("caption");
    this.figures = (figureCaptions.isEmpty() ? either : figureCaptions).iterator();
    this.alts = options.all("fig-alt", "alt").iterator();
    this.tables = (tableCaptions.isEmpty() ? either : tableCaptions).iterator();
  }

  /**
   * What stands under the bundle if it is a figure, or above it if it is a table.
   *
   * @param drawn whether the bundle is drawn by scripts
   */
  Optional<String> caption(MimeBundle bundle, JsonObject metadata, boolean drawn) {
    if (drawn || isPicture(bundle)) {
      return numbered("Figure", next(figures), metadata);
    }
    return bundle.has("text/html") ? numbered("Table", next(tables), metadata) : Optional.empty();
  }

  private Optional<String> numbered(String kind, Optional<String> words, JsonObject metadata) {
    if (target.isEmpty() || !target.get().kind().equals(kind)) {
      return words;
    }
    String number = target.get().words();
    target = Optional.empty();
    Optional<String> caption = words.or(() -> metadata.string("caption"));
    return Optional.of(caption.map(text -> number + ": " + text).orElse(number));
  }

  /** What a figure shows, for those who can't see it. */
  Optional<String> alt(MimeBundle bundle, boolean drawn) {
    return drawn || isPicture(bundle) ? next(alts) : Optional.empty();
  }

  private static boolean isPicture(MimeBundle bundle) {
    return bundle.has(ImageData.SVG) || ImageData.BITMAPS.stream().anyMatch(bundle::has);
  }

  private static Optional<String> next(Iterator<String> texts) {
    return texts.hasNext() ? Optional.of(texts.next()) : Optional.empty();
  }
}
