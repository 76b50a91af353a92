package dev.platen.cli;

import dev.platen.export.Exported;
import dev.platen.export.MarkdownExport;
import dev.platen.export.Omissions;
import dev.platen.export.Part;
import dev.platen.export.ScriptExport;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.report.HtmlReport;
import dev.platen.report.ReportContent;
import dev.platen.report.ReportOptions;
import dev.platen.report.html.PageImages;
import dev.platen.run.Title;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes the documents of one target, all with the same parts left out. */
final class NbconvertDocuments {
  private final NbconvertTarget target;
  private final Omissions omissions;
  private final Set<Part> leftOut;
  private final String filesDir;
  private final HtmlReport report;
  private final Map<String, String> env;

  /**
   * Those of one command line.
   *
   * @param filesDir for the files beside a document, seen from there; may name the notebook
   */
  NbconvertDocuments(
      NbconvertTarget target,
      Omissions omissions,
      Set<Part> leftOut,
      String filesDir,
      ReportOptions options,
      Map<String, String> env) {
    this.target = target;
    this.omissions = omissions;
    this.leftOut = leftOut;
    this.filesDir = filesDir;
    this.report =
        new HtmlReport(
            leftOut.contains(Part.INPUT) ? options.withCode(ReportOptions.Code.HIDDEN) : options);
    this.env = env;
  }

  String extension(Notebook notebook) {
    return target == NbconvertTarget.SCRIPT ? ScriptExport.extension(notebook) : target.extension();
  }

  /** Writes a document and the files beside it. */
  void write(Notebook original, NbconvertPlace.Place place, PageImages images)
      throws InterruptedException {
    Notebook notebook = omissions.apply(original);
    Path document = place.document();
    makeFolder(document.toAbsolutePath().resolveSibling(""));
    switch (target) {
      case PDF -> PdfFile.write(document, report, content(notebook, place.name(), images), env);
      case MARKDOWN -> {
        Exported markdown = markdown(notebook, place.name());
        for (Map.Entry<String, byte[]> file : markdown.files().entrySet()) {
          Path path = document.resolveSibling(file.getKey());
          makeFolder(path.toAbsolutePath().resolveSibling(""));
          WholeFile.write(path, file.getValue());
        }
        WholeFile.write(document, markdown.text().getBytes(StandardCharsets.UTF_8));
      }
      case HTML, SCRIPT, NOTEBOOK ->
          WholeFile.write(document, out -> write(notebook, place.name(), images, out));
    }
  }

  /** Writes a document without the files beside it. */
  void write(Notebook original, String name, PageImages images, OutputStream out)
      throws IOException {
    Notebook notebook = omissions.apply(original);
    switch (target) {
      case HTML, PDF -> report.write(content(notebook, name, images), out);
      case NOTEBOOK -> NotebookWriter.write(notebook, out);
      case MARKDOWN -> out.write(markdown(notebook, name).text().getBytes(StandardCharsets.UTF_8));
      case SCRIPT -> out.write(ScriptExport.of(notebook, leftOut).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Exported markdown(Notebook notebook, String name) {
    String dir = filesDir.replace(NbconvertPlace.NAME, name).replaceAll("/+$", "");
    return MarkdownExport.of(notebook, name, dir.isEmpty() ? "." : dir, leftOut);
  }

  private ReportContent content(Notebook notebook, String name, PageImages images) {
    Notebook shown = notebook.withCells(shown(notebook.cells()));
    return new ReportContent(shown, Title.of(notebook, name), Optional.empty(), images);
  }

  /** A report knows no parts, so what is left out isn't given to it. */
  private List<Cell> shown(List<Cell> cells) {
    List<Cell> shown = new ArrayList<>();
    for (Cell cell : cells) {
      switch (cell.kind()) {
        case CODE -> {
          if (!leftOut.contains(Part.CODE_CELL)) {
            shown.add(reduced((CodeCell) cell));
          }
        }
        case MARKDOWN -> {
          if (!leftOut.contains(Part.MARKDOWN_CELL)) {
            shown.add(cell);
          }
        }
        case RAW -> {
          if (!leftOut.contains(Part.RAW_CELL)) {
            shown.add(cell);
          }
        }
      }
    }
    return shown;
  }

  private CodeCell reduced(CodeCell cell) {
    return cell.withOutputs(
        leftOut.contains(Part.PROMPT) ? OptionalInt.empty() : cell.executionCount(),
        leftOut.contains(Part.OUTPUT) ? List.of() : cell.outputs());
  }

  private static void makeFolder(Path dir) {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw StorageFaults.writing(dir, e);
    }
  }
}
