package dev.platen.run;

import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a notebook's own place doesn't take in the end, the temporary folder may: it was dear. */
public final class Rescue {
  private Rescue() {}

  /**
   * Saves the notebook.
   *
   * @param name with which the file's name begins
   * @param refused why its own place didn't take it
   * @return the fault that is to be thrown then, which names the file
   */
  public static Fault saved(Notebook notebook, String name, Fault refused) {
    try {
      Path rescue = Files.createTempFile(name + "-", ".ipynb");
      WholeFile.write(rescue, out -> NotebookWriter.write(notebook, out));
      return refused
          .foundToo("the notebook was saved as " + rescue)
          .mend("take it from there, and see to the cause before the next run");
    } catch (IOException | Fault alsoRefused) {
      refused.addSuppressed(alsoRefused);
      return refused;
    }
  }
}
