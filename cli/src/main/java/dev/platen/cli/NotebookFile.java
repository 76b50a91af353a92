package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.storage.StorageFaults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A notebook that a command line names. */
final class NotebookFile {
  private NotebookFile() {}

  /** Its name without the ending of notebooks. */
  static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ipynb$", "");
  }

  /**
   * Reads it.
   *
   * @throws Fault if the file can't be read, or is no notebook
   */
  static Notebook read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return NotebookReader.read(in, file.toString());
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }
}
