package dev.platen.run;

import dev.platen.execute.Execution;
import dev.platen.fault.Fault;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.report.HtmlReport;
import dev.platen.storage.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Presses what an execution gave into the run's files. */
final class RunPress {
  private final RunFolder folder;
  private final Sha256 sha256;

  RunPress(RunFolder folder, Sha256 sha256) {
    this.folder = folder;
    this.sha256 = sha256;
  }

  /**
   * Writes notebook, figures, record and report. The notebook comes first: it holds everything. A
   * record that says how the run ended stands beside a notebook that is complete.
   */
  void write(JsonObject record, Execution execution, Instant start, Instant end) {
    Notebook notebook = PapermillMetadata.end(execution.notebook(), execution.status(), start, end);
    writeNotebook(notebook);
    Figures.write(notebook, folder.figures());
    folder.writeRecord(record);
    writeReport(record, notebook);
  }

  void writeReport(JsonObject record, Notebook notebook) {
    HtmlReport report = new HtmlReport(ReportRecord.read(record.object("report")));
    WholeFile.write(folder.report(), out -> report.write(RunReport.content(record, notebook), out));
  }

  /** Seals the folder and removes the journal, whose content is in the notebook now. */
  void seal() {
    detachLog();
    new Seal(sha256).apply(folder);
  }

  /** What outlived the kernel still writes into its log, which is a copy from now on. */
  private void detachLog() {
    Path log = folder.kernelLog();
    if (Files.isRegularFile(log)) {
      try {
        WholeFile.write(log, out -> Files.copy(log, out));
      } catch (Fault refused) {
        // Without room for a copy the log stays as it is; nearly always nothing outlives the
        // kernel.
        return;
      }
    }
  }

  private void writeNotebook(Notebook notebook) {
    try {
      WholeFile.write(folder.notebook(), out -> NotebookWriter.write(notebook, out));
    } catch (Fault refused) {
      throw Rescue.saved(notebook, "platen-" + folder.id(), refused);
    }
  }
}
