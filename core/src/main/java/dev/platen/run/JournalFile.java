package dev.platen.run;

import dev.platen.execute.ExecutionListener;
import dev.platen.execute.Journal;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;

/**
 * The journal in a run folder. It is locked as long as its Platen lives: whoever gets the lock
 * knows that the run is dead.
 */
final class JournalFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final Journal journal;

  private JournalFile(Path path, FileChannel channel, Journal journal) {
    this.path = path;
    this.channel = channel;
    this.journal = journal;
  }

  /** Writes down what the run starts from, then opens the journal. */
  static JournalFile create(RunFolder folder, JsonObject record, Notebook notebook, Clock clock) {
    folder.writeRecord(record);
    WholeFile.write(folder.notebook(), out -> NotebookWriter.write(notebook, out));
    Path path = folder.journal();
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      var unused = channel.lock();
      Journal journal = new Journal(Channels.newOutputStream(channel), clock);
      return new JournalFile(path, channel, journal);
    } catch (IOException e) {
      throw StorageFaults.writing(path, e);
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
      throw StorageFaults.writing(path, e);
    }
  }
}
