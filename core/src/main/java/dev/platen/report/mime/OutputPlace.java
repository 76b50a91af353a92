package dev.platen.report.mime;

import java.util.Optional;

/**
 * Where an output stands, and what its author says of it.
 *
 * @param cell as people say it, such as {@code cell 7}
 * @param scope sets ids in the output apart from those of others on the page
 * @param caption of a figure or a table
 * @param alt what a figure shows, for those who can't see it
 */
public record OutputPlace(
    String cell, String scope, Optional<String> caption, Optional<String> alt) {
  public OutputPlace(String cell, String scope) {
    this(cell, scope, Optional.empty(), Optional.empty());
  }

  /** For what stands in a box that has the caption already. */
  OutputPlace withoutCaption() {
    return new OutputPlace(cell, scope, Optional.empty(), alt);
  }
}
