package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import java.util.List;

/** Shows the representations of one family of MIME types. */
interface MimeRenderer {

  /** The types, the best first. */
  List<String> types();

  /**
   * Writes the representation.
   *
   * @return false, with nothing written, if the data is not what its type says or says nothing
   *     here; the next representation is tried
   */
  boolean render(Representation representation, HtmlWriter html);
}
