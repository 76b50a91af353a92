package dev.platen.cli;

import dev.platen.export.pdf.Chromium;
import dev.platen.report.HtmlReport;
import dev.platen.report.ReportContent;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A report on paper: what a browser prints of it. */
final class PdfFile {
  private static final Duration PRINTING = Duration.ofMinutes(2);

  private PdfFile() {}

  /**
   * Writes the file.
   *
   * @param env names the browser, or the path on which it is found
   */
  static void write(Path file, HtmlReport report, ReportContent content, Map<String, String> env)
      throws InterruptedException {
    Chromium browser = Chromium.find(env);
    try {
      Path dir = Files.createTempDirectory("platen-pdf-");
      Path html = dir.resolve("report.html");
      Path pdf = dir.resolve("report.pdf");
      try {
        WholeFile.write(html, out -> report.write(content, out));
        browser.print(html, pdf, PRINTING);
        WholeFile.write(file, out -> Files.copy(pdf, out));
      } finally {
        Files.deleteIfExists(html);
        Files.deleteIfExists(pdf);
        Files.deleteIfExists(dir);
      }
    } catch (IOException e) {
      throw StorageFaults.writing(file, e);
    }
  }
}
