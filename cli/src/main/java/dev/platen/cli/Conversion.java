package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.report.html.LocalImages;
import dev.platen.report.html.PageImages;
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
      try (NotebookFile open = NotebookFile.open(file)) {
        PageImages images = new LocalImages(file.toAbsolutePath().resolveSibling(""));
        convert(open.notebook(), file, NotebookFile.stem(file), images);
      } catch (Fault fault) {
        terminal.error(fault.describe());
        exitCode = Math.max(exitCode, fault.kind().exitCode());
      }
    }
    return exitCode;
  }

  /** Such a notebook has no folder, so its text has no images in files. */
  int ofStandardInput() throws IOException, InterruptedException {
    Notebook notebook = NotebookReader.read(System.in, "standard input");
    convert(notebook, Path.of(FROM_STDIN), FROM_STDIN, PageImages.inline());
    return 0;
  }

  private void convert(Notebook notebook, Path file, String stem, PageImages images)
      throws InterruptedException {
    if (toStdout) {
      terminal.resultText(text(notebook, stem, images));
      return;
    }
    NbconvertPlace.Place place = places.of(file, stem, documents.extension(notebook));
    documents.write(notebook, place, images);
    terminal.say("wrote " + place.document());
  }

  private String text(Notebook notebook, String stem, PageImages images) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      documents.write(notebook, stem, images, bytes);
    } catch (IOException e) {
      throw new AssertionError("writing to memory can't fail", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
