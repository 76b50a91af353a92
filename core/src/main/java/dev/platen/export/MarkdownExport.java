package dev.platen.export;

import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.RawCell;
import java.util.List;
import java.util.Set;

/**
 * A notebook as Markdown. What it shows, in which order and under which file names is nbconvert's;
 * unlike there no output is dropped, and every block is separated from the next by one blank line.
 */
public final class MarkdownExport {
  private static final Set<String> RAW_TYPES = Set.of("", "text/markdown", "text/html");

  private final Notebook notebook;
  private final String name;
  private final Set<Part> leftOut;
  private final SideFiles files;
  private final MarkdownBlocks blocks = new MarkdownBlocks();

  private MarkdownExport(Notebook notebook, String name, String filesDir, Set<Part> leftOut) {
    this.notebook = notebook;
    this.name = name;
    this.leftOut = leftOut;
    this.files = new SideFiles(filesDir);
  }

  /**
   * Makes the document.
   *
   * @param name of the document without its ending; images are called {@code NAME_CELL_OUTPUT.png},
   *     counted from 0
   * @param filesDir the folder of the images, relative to the document
   */
  public static Exported of(Notebook notebook, String name, String filesDir, Set<Part> leftOut) {
    return new MarkdownExport(notebook, name, filesDir, leftOut).make();
  }

  private Exported make() {
    List<Cell> cells = notebook.cells();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      switch (cell.kind()) {
        case CODE -> code((CodeCell) cell, i);
        case MARKDOWN -> markdown((MarkdownCell) cell, i);
        case RAW -> raw((RawCell) cell);
      }
    }
    return new Exported(blocks.text(), files.all());
  }

  private void markdown(MarkdownCell cell, int index) {
    if (!leftOut.contains(Part.MARKDOWN_CELL)) {
      String prefix = name + "_" + index;
      blocks.text(AttachmentFiles.link(cell.source(), cell.attachments(), prefix, files));
    }
  }

  private void raw(RawCell cell) {
    if (!leftOut.contains(Part.RAW_CELL) && RAW_TYPES.contains(RawType.of(cell))) {
      blocks.text(cell.source());
    }
  }

  private void code(CodeCell cell, int index) {
    if (leftOut.contains(Part.CODE_CELL)) {
      return;
    }
    if (!leftOut.contains(Part.INPUT)
        && !cell.source().isBlank()
        && !Omissions.isInputRemoved(cell)) {
      blocks.fenced(CellLanguage.of(cell, notebook.language()), cell.source());
    }
    if (!leftOut.contains(Part.OUTPUT)) {
      MarkdownOutputs outputs = new MarkdownOutputs(blocks, files, name + "_" + index);
      for (int i = 0; i < cell.outputs().size(); i++) {
        outputs.write(cell.outputs().get(i), i);
      }
    }
  }
}
