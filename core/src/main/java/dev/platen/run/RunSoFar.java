package dev.platen.run;

import dev.platen.execute.JournalReplay;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.report.HtmlReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/** The report of a run that another process makes, as far as the run has come. */
public final class RunSoFar {
  private RunSoFar() {}

  /**
   * Writes the report.
   *
   * @throws dev.platen.fault.Fault if record or notebook can't be read
   * @throws IOException as the journal or the stream throws it; without a journal the run is over
   */
  public static void write(RunFolder folder, OutputStream out) throws IOException {
    JsonObject record = folder.readRecord();
    Notebook notebook =
        NotebookReader.read(Files.readAllBytes(folder.notebook()), folder.notebook().toString());
    JournalReplay replay = new JournalReplay(notebook);
    try (BufferedReader lines = Files.newBufferedReader(folder.journal())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!replay.accept(line)) {
          break;
        }
      }
    }
    new HtmlReport(ReportRecord.read(record.object("report")))
        .write(RunReport.content(record, replay.soFar()), out);
  }
}
