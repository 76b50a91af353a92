package dev.platen.run;

import dev.platen.execute.Execution;
import dev.platen.execute.JournalReplay;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.report.ReportOptions;
import dev.platen.storage.StorageFaults;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Finishes the folder of a run whose Platen was killed: everything that had arrived, in a notebook
 * and a report.
 */
public final class RunRecovery {
  /** What was found. */
  public enum Finding {
    /** The run was killed; its folder is finished and sealed now. */
    RECOVERED,
    /** Its Platen lives; nothing was touched. */
    STILL_RUNNING,
    /** The folder is sealed, or no run's. */
    NOTHING_TO_DO
  }

  private RunRecovery() {}

  /**
   * Recovers a run, unless it lives.
   *
   * @throws dev.platen.fault.Fault a storage fault, or {@code NOTEBOOK_INVALID} if what was left
   *     can't be read
   */
  public static Finding recover(RunFolder folder) {
    if (!folder.isRun() || Files.exists(folder.seal())) {
      return Finding.NOTHING_TO_DO;
    }
    RunPress press = new RunPress(folder, ReportOptions.DEFAULT);
    if (!Files.exists(folder.journal())) {
      // Killed in its last moment: all is written, only the seal is missing.
      press.seal();
      return Finding.RECOVERED;
    }
    try (FileChannel channel = FileChannel.open(folder.journal(), StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        return Finding.STILL_RUNNING;
      }
      replay(folder, press);
    } catch (IOException e) {
      throw StorageFaults.reading(folder.journal(), e);
    }
    press.seal();
    return Finding.RECOVERED;
  }

  private static void replay(RunFolder folder, RunPress press) throws IOException {
    JsonObject record = folder.readRecord();
    Notebook notebook =
        NotebookReader.read(Files.readAllBytes(folder.notebook()), folder.notebook().toString());
    Instant start = Instant.parse(record.text("started"));
    Instant end = Files.getLastModifiedTime(folder.journal()).toInstant();
    try (BufferedReader journal = Files.newBufferedReader(folder.journal())) {
      Execution execution = JournalReplay.replay(notebook, journal);
      JsonObject ended = RunRecord.ended(record, execution, end, record.object("provenance"));
      press.write(ended, execution, start, end);
    }
  }
}
