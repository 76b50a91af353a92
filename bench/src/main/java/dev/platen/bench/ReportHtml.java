package dev.platen.bench;

import dev.platen.report.HtmlReport;
import dev.platen.report.ReportContent;
import dev.platen.report.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;

/** The report of 1000 cells: seven highlighted lines and one of output each. */
public class ReportHtml extends Measured {
  private final HtmlReport report = new HtmlReport(ReportOptions.DEFAULT);
  private final ReportContent content =
      new ReportContent(Notebooks.of(1000, 1), "bench", Optional.empty());

  @Benchmark
  public void thousandCells() throws IOException {
    report.write(content, OutputStream.nullOutputStream());
  }
}
