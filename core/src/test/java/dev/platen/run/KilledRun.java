package dev.platen.run;

import dev.platen.execute.Cancellation;
import dev.platen.execute.Execution;
import dev.platen.execute.ExecutionOptions;
import dev.platen.execute.NotebookExecutor;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.report.ReportOptions;
import dev.platen.testkit.LossyKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of a run whose Platen was killed at a certain moment. */
final class KilledRun {
  /** Moments, in the order in which a run comes by. */
  enum At {
    FOLDER_MADE,
    JOURNAL_MADE,
    RECORD_HALF_WRITTEN,
    RECORD_WRITTEN,
    NOTEBOOK_HALF_WRITTEN,
    NOTEBOOK_WRITTEN,
    CELL_RUNNING,
    CELLS_OVER,
    FINAL_NOTEBOOK_HALF_WRITTEN,
    FINAL_NOTEBOOK_WRITTEN,
    FIGURE_HALF_WRITTEN,
    FINAL_RECORD_WRITTEN,
    REPORT_HALF_WRITTEN,
    REPORT_WRITTEN,
    SEAL_HALF_WRITTEN,
    SEAL_WRITTEN,
    FILES_PROTECTED;

    boolean isBefore(At other) {
      return compareTo(other) < 0;
    }
  }

  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final ReportOptions REPORT =
      ReportOptions.DEFAULT
          .withCode(ReportOptions.Code.HIDDEN)
          .withLang("pt-BR")
          .withScripts(ReportOptions.Scripts.NONE);
  private static final CodeCell CELL = CodeCell.of("c", "print('x')", JsonObject.EMPTY);

  private final RunFolder folder;
  private final At at;

  private KilledRun(RunFolder folder, At at) {
    this.folder = folder;
    this.at = at;
  }

  static RunFolder at(At at, Path parent) throws Exception {
    if (at == At.FOLDER_MADE) {
      return RunFolder.create(parent, "x=1");
    }
    Set<Path> active = new HashSet<>();
    try (JournalFile journal = JournalFile.claim(parent, "x=1", Clock.systemUTC(), active)) {
      new KilledRun(journal.folder(), at).live(journal);
      return journal.folder();
    }
  }

  private boolean reached(At moment) {
    return !at.isBefore(moment);
  }

  private void live(JournalFile journal) throws Exception {
    JsonObject record =
        JsonObject.build(
            o ->
                o.put("id", folder.id())
                    .put("status", "running")
                    .put("report", ReportRecord.write(REPORT))
                    .put("started", START.toString()));
    Notebook notebook = new Notebook(List.of(CELL), JsonObject.EMPTY, JsonObject.EMPTY);
    if (reached(At.RECORD_HALF_WRITTEN) && !reached(At.RECORD_WRITTEN)) {
      half(".run.json.part");
    }
    if (reached(At.RECORD_WRITTEN)) {
      journal.begin(record, notebook);
    }
    if (!reached(At.NOTEBOOK_WRITTEN)) {
      Files.deleteIfExists(folder.notebook());
    }
    if (at == At.NOTEBOOK_HALF_WRITTEN) {
      half(".notebook.ipynb.part");
    }
    if (reached(At.CELL_RUNNING)) {
      Files.writeString(folder.kernelLog(), "the kernel's own words\n");
      ended(record, execute(journal, notebook));
    }
  }

  private Execution execute(JournalFile journal, Notebook notebook) throws Exception {
    // A kernel that says nothing more is one whose Platen is killed before it does.
    String script = "stream reply idle";
    return new NotebookExecutor(
            new LossyKernel(script),
            ExecutionOptions.DEFAULT,
            at == At.CELL_RUNNING ? new Unfinished(journal.listener()) : journal.listener(),
            new Cancellation(),
            Clock.systemUTC())
        .execute(notebook);
  }

  /** A listener whose process is killed before it hears the end of the cell. */
  private record Unfinished(dev.platen.execute.ExecutionListener journal)
      implements dev.platen.execute.ExecutionListener {
    @Override
    public void cellStarted(int cellIndex, dev.platen.notebook.Cell cell) {
      journal.cellStarted(cellIndex, cell);
    }

    @Override
    public void outputArrived(int cellIndex, dev.platen.message.Message message) {
      journal.outputArrived(cellIndex, message);
    }
  }

  private void ended(JsonObject running, Execution execution) throws IOException {
    if (at == At.FINAL_NOTEBOOK_HALF_WRITTEN) {
      half(".notebook.ipynb.part");
    }
    if (!reached(At.FINAL_NOTEBOOK_WRITTEN)) {
      return;
    }
    JsonObject ended =
        RunRecord.ended(running, execution, START.plusSeconds(5), JsonObject.EMPTY)
            .with("kept", new JsonString("by the record"));
    new RunPress(folder, new Sha256()).write(ended, execution, START, START.plusSeconds(5));
    if (!reached(At.FINAL_RECORD_WRITTEN)) {
      folder.writeRecord(running);
    }
    if (!reached(At.REPORT_WRITTEN)) {
      Files.delete(folder.report());
    }
    switch (at) {
      case FIGURE_HALF_WRITTEN -> {
        Files.createDirectory(folder.figures());
        half("figures/.cell-01-1.png.part");
      }
      case REPORT_HALF_WRITTEN -> half(".report.html.part");
      case SEAL_HALF_WRITTEN -> half(".seal.json.part");
      default -> {}
    }
    if (reached(At.SEAL_WRITTEN)) {
      seal();
    }
  }

  private void seal() throws IOException {
    // The lock is on the file's inode: what stands here afterwards is another, and unlocked.
    byte[] journal = Files.readAllBytes(folder.journal());
    new Seal(new Sha256()).apply(folder);
    unlock(folder);
    Files.write(folder.journal(), journal);
    if (at == At.SEAL_WRITTEN) {
      for (Path file : List.of(folder.seal(), folder.report(), folder.record())) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
  }

  private void half(String name) throws IOException {
    Files.writeString(folder.path().resolve(name), "{\"hal");
  }

  /** Lets a test's folder be removed. */
  static void unlock(RunFolder folder) throws IOException {
    if (!Files.exists(folder.path())) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder.path())) {
      for (Path dir : all.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
