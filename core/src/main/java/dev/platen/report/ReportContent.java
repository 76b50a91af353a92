package dev.platen.report;

import dev.platen.notebook.Notebook;
import dev.platen.report.html.PageImages;
import java.util.Optional;

/**
 * What a report shows.
 *
 * @param title plain text
 * @param run empty for a notebook of unknown origin; then what papermill noted in it is shown
 * @param images those that the notebook's text refers to
 */
public record ReportContent(
    Notebook notebook, String title, Optional<RunOverview> run, PageImages images) {

  /** Without images other than those in the notebook. */
  public ReportContent(Notebook notebook, String title, Optional<RunOverview> run) {
    this(notebook, title, run, PageImages.inline());
  }
}
