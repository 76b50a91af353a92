package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Converts the notebooks of a command line one by one; a bad one keeps nobody from the others. */
final class Conversion {
  private static final String FROM_STDIN = "notebook";

  private final Terminal terminal;
  private final NbconvertDocuments documents;
  private final NbconvertPlace places;
  private final boolean toStdout;

  Conversion(
      Terminal terminal, NbconvertDocuments documents, NbconvertPlace places, boolean toStdout) {
    this.terminal = terminal;
    this.documents = documents;
    this.places = places;
    this.toStdout = toStdout;
  }

  /** The exit code is the highest of those that the single notebooks would give. */
  int ofAll(List<Path> files) throws InterruptedException {
    int exitCode = 0;
    for (Path file : files) {
      try {
        convert(NotebookFile.read(file), file, NotebookFile.stem(file));
      } catch (Fault fault) {
        terminal.error(fault.describe());
        exitCode = Math.max(exitCode, fault.kind().exitCode());
      }
    }
    return exitCode;
  }

  int ofStandardInput() throws IOException, InterruptedException {
    convert(NotebookReader.read(System.in, "standard input"), Path.of(FROM_STDIN), FROM_STDIN);
    return 0;
  }

  private void convert(Notebook notebook, Path file, String stem) throws InterruptedException {
    if (toStdout) {
      terminal.resultText(text(notebook, stem));
      return;
    }
    NbconvertPlace.Place place = places.of(file, stem, documents.extension(notebook));
    documents.write(notebook, place);
    terminal.say("wrote " + place.document());
  }

  private String text(Notebook notebook, String stem) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      documents.write(notebook, stem, bytes);
    } catch (IOException e) {
      throw new AssertionError("writing to memory can't fail", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
