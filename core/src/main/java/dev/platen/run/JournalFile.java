package dev.platen.run;

import dev.platen.execute.ExecutionListener;
import dev.platen.execute.Journal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal in a run folder: the first file to be there, and the last to go. It is locked as long
 * as its Platen lives: whoever gets the lock knows that the run is dead.
 *
 * <p>The system takes the lock away when the process closes the file, whichever way it had opened
 * it. So nothing in this process may open the journal of one of its own runs.
 */
final class JournalFile implements AutoCloseable {
  private static final int ATTEMPTS = 100;

  private final RunFolder folder;
  private final FileChannel channel;
  private final Journal journal;
  private final Set<Path> active;

  private JournalFile(RunFolder folder, FileChannel channel, Clock clock, Set<Path> active) {
    this.folder = folder;
    this.channel = channel;
    this.journal = new Journal(Channels.newOutputStream(channel), clock);
    this.active = active;
  }

  /**
   * Makes a run's folder, with a locked journal in it. A folder that is still empty, or whose
   * journal isn't locked yet, may be removed by whoever clears up; then another is made.
   *
   * @param active takes the folder until the journal is closed
   */
  static JournalFile claim(Path parent, String slug, Clock clock, Set<Path> active) {
    for (int i = 0; i < ATTEMPTS; i++) {
      RunFolder folder = RunFolder.create(parent, slug);
      try {
        active.add(folder.path());
        FileChannel channel = lock(folder.journal());
        if (channel != null) {
          return new JournalFile(folder, channel, clock, active);
        }
      } catch (NoSuchFileException e) {
        // It was cleared away as soon as it was made.
      } catch (IOException e) {
        active.remove(folder.path());
        folder.discard();
        throw StorageFaults.writing(folder.journal(), e);
      }
      active.remove(folder.path());
    }
    throw Fault.of(FaultKind.STORAGE_BUSY, "no folder for the run can be kept")
        .where(parent.toString())
        .found("somebody who removes new folders at once, " + ATTEMPTS + " times")
        .mend("see what clears up there, or name another folder with --out");
  }

  /** Null when somebody else got hold of it first, to remove it. */
  private static @Nullable FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null && Files.exists(path)) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Somebody in this very process.
      channel.close();
      return null;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  RunFolder folder() {
    return folder;
  }

  /** Writes down what the run starts from. If that can't be written, there is no folder. */
  void begin(JsonObject record, Notebook notebook) {
    try {
      folder.writeRecord(record);
      WholeFile.write(folder.notebook(), out -> NotebookWriter.write(notebook, out));
    } catch (Fault fault) {
      folder.discard();
      throw fault;
    }
  }

  ExecutionListener listener() {
    return journal;
  }

  Optional<IOException> failure() {
    return journal.failure();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageFaults.writing(folder.journal(), e);
    } finally {
      active.remove(folder.path());
    }
  }
}
