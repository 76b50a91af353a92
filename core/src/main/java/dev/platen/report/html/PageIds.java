package dev.platen.report.html;

import java.util.Set;

/**
 * The ids of a page by their prefix, so that no text of others can take the place of ours, or of a
 * name that scripts look up.
 */
public final class PageIds {
  /** A heading of the notebook. */
  public static final String HEADING = "h-";

  /** A footnote or a reference to one, as the Markdown library names them. */
  public static final String FOOTNOTE = "fn";

  /** An id that stood in HTML of others. */
  private static final String FOREIGN = "u-";

  private static final Set<String> OURS = Set.of(HEADING, FOOTNOTE, FOREIGN);

  private PageIds() {}

  /** The page's id for one that others gave; the same when applied twice. */
  public static String foreign(String id) {
    return OURS.stream().anyMatch(id::startsWith) ? id : FOREIGN + id;
  }
}
