package dev.platen.report;

import dev.platen.report.html.HtmlWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Writes notebooks as reports: each one HTML file that loads nothing and sends nothing. The same
 * content gives the same bytes.
 *
 * <p>Immutable, for any number of threads.
 */
public final class HtmlReport {
  private static final int BUFFER = 1 << 16;
  private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

  private final ReportOptions options;
  private final PageAssets assets;

  public HtmlReport(ReportOptions options) {
    this.options = options;
    this.assets = PageAssets.load();
  }

  /**
   * Writes the report as UTF-8, in one pass. The stream is flushed, not closed.
   *
   * @throws IOException as the stream throws it
   */
  public void write(ReportContent content, OutputStream out) throws IOException {
    // Half a surrogate pair, which notebooks may hold, can't be written.
    OutputStreamWriter utf8 =
        new OutputStreamWriter(
            out,
            StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(REPLACEMENT));
    HtmlWriter html = new HtmlWriter(new BufferedWriter(utf8, BUFFER));
    try {
      new ReportPage(options, assets, content, html).write();
      html.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
