package dev.platen.report;

import dev.platen.notebook.Notebook;
import java.util.Optional;

/**
 * What a report shows.
 *
 * @param title plain text
 * @param run empty for a notebook of unknown origin; then what papermill noted in it is shown
 */
public record ReportContent(Notebook notebook, String title, Optional<RunOverview> run) {}
