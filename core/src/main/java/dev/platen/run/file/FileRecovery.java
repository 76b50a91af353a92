package dev.platen.run.file;

import dev.platen.execute.Execution;
import dev.platen.execute.JournalReplay;
import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.run.PapermillMetadata;
import dev.platen.storage.LinkedFile;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Finishes notebooks whose Platen was killed: everything that had arrived, in its place. */
public final class FileRecovery {
  private FileRecovery() {}

  /** Whether a run was, or is, writing this notebook. */
  public static boolean isUnfinished(Path notebook) {
    return Files.isRegularFile(FileJournal.of(LinkedFile.of(notebook)));
  }

  /**
   * Writes the notebook as it was when the run was killed.
   *
   * @throws Fault {@code STORAGE_BUSY} if the run lives; a storage fault, or {@code
   *     NOTEBOOK_INVALID} if what was left can't be read
   */
  public static void recover(Path path) {
    Path file = LinkedFile.of(path);
    Path journal = FileJournal.of(file);
    try (FileChannel channel =
        FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (!FileJournal.isLocked(channel)) {
        throw FileJournal.busy(file);
      }
      Notebook draft = NotebookReader.read(Files.readAllBytes(file), path.toString());
      Instant end = Files.getLastModifiedTime(journal).toInstant();
      BufferedReader lines =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
      Execution replayed = JournalReplay.replay(draft, lines);
      Notebook ended =
          PapermillMetadata.end(replayed.notebook(), replayed.status(), start(draft, end), end);
      WholeFile.write(file, out -> NotebookWriter.write(ended, out));
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
    FileJournal.remove(file);
  }

  private static Instant start(Notebook draft, Instant end) {
    try {
      String text = draft.metadata().object("papermill").text("start_time");
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      // Somebody changed the draft; how long it took is all that is lost.
      return end;
    }
  }
}
