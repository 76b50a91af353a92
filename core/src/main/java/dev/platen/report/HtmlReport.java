package dev.platen.report;

import dev.platen.report.html.HtmlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes notebooks as reports: each one HTML file that loads nothing and sends nothing. The same
 * content gives the same bytes.
 *
 * <p>Immutable, for any number of threads.
 */
public final class HtmlReport {
  private final ReportOptions options;
  private final ReportAssets assets;

  public HtmlReport(ReportOptions options) {
    this.options = options;
    this.assets = ReportAssets.of(options.scripts());
  }

  /**
   * Writes the report as UTF-8, in one pass. The stream is flushed, not closed.
   *
   * @throws IOException as the stream throws it
   */
  public void write(ReportContent content, OutputStream out) throws IOException {
    HtmlWriter html = HtmlWriter.utf8(out);
    try {
      new ReportPage(options, assets, content, html).write();
      html.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
