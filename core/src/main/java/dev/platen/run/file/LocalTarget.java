package dev.platen.run.file;

import dev.platen.execute.ExecutionListener;
import dev.platen.execute.Journal;
import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.run.Rescue;
import dev.platen.storage.LinkedFile;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A notebook file that is always whole: a draft or the end. What arrives between two drafts is in
 * the journal beside it, {@code .NAME.journal}, which goes with the end. {@link FileRecovery} makes
 * a notebook of the two when Platen is killed.
 */
public final class LocalTarget implements NotebookTarget {
  private final Path file;
  private final FileChannel channel;
  private final Journal journal;
  private boolean finished;

  private LocalTarget(Path file, FileChannel channel, Clock clock) {
    this.file = file;
    this.channel = channel;
    this.journal = new Journal(Channels.newOutputStream(channel), clock);
  }

  /**
   * Makes a file the run's own. The journal of a run that was killed goes.
   *
   * @param path of the notebook; a link stands for what it leads to
   * @throws Fault a storage fault, {@code STORAGE_BUSY} among them when another run writes there
   */
  public static LocalTarget open(Path path, Clock clock) {
    Path file = LinkedFile.of(path);
    if (Files.isDirectory(file)) {
      throw StorageFaults.writing(
          path, new FileSystemException(path.toString(), null, "Is a directory"));
    }
    return new LocalTarget(file, FileJournal.claim(file), clock);
  }

  @Override
  public boolean takesDrafts() {
    return true;
  }

  @Override
  public ExecutionListener journal() {
    return journal;
  }

  @Override
  public void draft(Notebook notebook) {
    write(notebook, file);
  }

  @Override
  public void finish(Notebook notebook) {
    try {
      write(notebook, file);
    } catch (Fault refused) {
      throw Rescue.saved(notebook, "platen", refused);
    }
    FileJournal.remove(file);
    finished = true;
  }

  private static void write(Notebook notebook, Path file) {
    WholeFile.write(file, out -> NotebookWriter.write(notebook, out));
  }

  /** A journal with nothing in it has nothing to recover. */
  @Override
  public void close() {
    try {
      if (!finished && channel.size() == 0) {
        FileJournal.remove(file);
      }
      channel.close();
    } catch (IOException e) {
      throw StorageFaults.writing(FileJournal.of(file), e);
    }
  }
}
