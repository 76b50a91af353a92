package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A notebook that a command line names; of a large one outputs are read when they are needed. */
final class NotebookFile implements AutoCloseable {
  private final FileChannel channel;
  private final Path file;
  private final Notebook notebook;

  private NotebookFile(FileChannel channel, Path file, Notebook notebook) {
    this.channel = channel;
    this.file = file;
    this.notebook = notebook;
  }

  /** Its name without the ending of notebooks. */
  static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ipynb$", "");
  }

  /**
   * Reads it.
   *
   * @throws Fault if the file can't be read, or is no notebook
   */
  static NotebookFile open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file);
      try {
        return new NotebookFile(channel, file, NotebookReader.read(channel, file.toString()));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }

  /** Usable until the file is closed. */
  Notebook notebook() {
    return notebook;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }
}
