package dev.platen.report;

import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.RawCell;
import dev.platen.report.figure.Figures;
import dev.platen.report.figure.FrameWriter;
import dev.platen.report.figure.LibraryScripts;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.markdown.CrossReferences;
import dev.platen.report.markdown.MarkdownDocument;
import dev.platen.report.markdown.MarkdownRenderer;
import dev.platen.report.markdown.Outline;
import dev.platen.report.mime.MimeRenderers;
import dev.platen.report.tex.MathWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One report while it is being written, from the head to the last cell. */
final class ReportPage {
  private final ReportOptions options;
  private final ReportAssets assets;
  private final Figures figures;
  private final FrameWriter frames;
  private final ReportContent content;
  private final HtmlWriter html;
  private final Map<Integer, MarkdownDocument> documents = new TreeMap<>();
  private final Outline outline;
  private final ReportOptions.Code code;
  private final TitleBlock title;
  private final TextCells texts;
  private final CodeCells codes;

  ReportPage(ReportOptions options, ReportAssets assets, ReportContent content, HtmlWriter html) {
    this.options = options;
    this.assets = assets;
    this.content = content;
    this.html = html;
    this.figures = figures(options.scripts(), content.notebook());
    this.frames = figures.writer();
    this.outline = Outline.of(parseTexts(content.notebook().cells()), content.title());
    this.code = code(options.code(), content.notebook());
    MathWriter math = new MathWriter(new MathmlRenderer());
    CrossReferences references = references(content.notebook().cells());
    MarkdownRenderer markdown =
        new MarkdownRenderer(
            outline, references, math, Diagrams.of(documents.values(), figures, frames));
    this.title = new TitleBlock(content, outline, markdown, options.scripts(), html);
    this.texts = new TextCells(markdown, outline.links(), content.images(), html);
    this.codes =
        new CodeCells(
            content.notebook().language(),
            code,
            new Outputs(
                MimeRenderers.standard(
                    outline,
                    markdown,
                    math,
                    content.notebook().metadata(),
                    frames,
                    options.scripts() == ReportOptions.Scripts.TRUSTED),
                html),
            references,
            html);
  }

  /** Numbers what is labelled, before the first text that may refer to it. */
  private CrossReferences references(List<Cell> cells) {
    CrossReferences references = new CrossReferences(outline);
    for (int i = 0; i < cells.size(); i++) {
      MarkdownDocument document = documents.get(i);
      if (cells.get(i) instanceof CodeCell cell) {
        CodeCells.label(cell, i).ifPresent(references::add);
      } else if (document != null) {
        references.read(document);
      }
    }
    return references;
  }

  private static Figures figures(ReportOptions.Scripts scripts, Notebook notebook) {
    return scripts == ReportOptions.Scripts.NONE
        ? Figures.none()
        : Figures.of(notebook, LibraryScripts.builtIn(), scripts == ReportOptions.Scripts.FRAMED);
  }

  /** The notebook extension that hides all input says so of the whole notebook. */
  private static ReportOptions.Code code(ReportOptions.Code asked, Notebook notebook) {
    boolean hidden = notebook.metadata().isTrue("hide_input");
    return asked == ReportOptions.Code.SHOWN && hidden ? ReportOptions.Code.FOLDED : asked;
  }

  void write() {
    html.doctype().open("html").attribute("lang", options.lang());
    if (options.theme() != ReportOptions.Theme.SYSTEM) {
      html.attribute("data-theme", options.theme().name().toLowerCase(Locale.ROOT));
    }
    html.line();
    assets.with(figures.scriptSources()).writeHead(html, content.title());
    html.open("body").line();
    html.open("a", "skip").attribute("href", "#content").text("Skip to the report").close().line();
    html.open("div", outline.entries().isEmpty() ? "page" : "page with-toc").line();
    new Sidebar(outline, code, options.scripts() == ReportOptions.Scripts.NONE, html).write();
    html.open("main").attribute("id", "content").line();
    title.write();
    writeCells();
    html.close().line().close().line();
    frames.end(html);
    html.close().close().line();
  }

  private void writeCells() {
    List<Cell> cells = content.notebook().cells();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      switch (cell.kind()) {
        case CODE -> codes.write((CodeCell) cell, i);
        case MARKDOWN -> texts.write((MarkdownCell) cell, i, documents.get(i));
        case RAW -> texts.write((RawCell) cell, i);
      }
    }
  }

  /** Before the first byte is written: the contents come first and name all headings. */
  private List<MarkdownDocument> parseTexts(List<Cell> cells) {
    List<MarkdownDocument> inOrder = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (cell.kind() == Cell.Kind.MARKDOWN && !isRemoved(Wishes.of(cell))) {
        MarkdownDocument document = MarkdownDocument.parse(cell.source(), Integer.toString(i + 1));
        documents.put(i, document);
        inOrder.add(document);
      }
    }
    return inOrder;
  }

  /** The text of a cell is its input. */
  private static boolean isRemoved(Wishes wishes) {
    return wishes.cell().isRemoved() || wishes.input(ReportOptions.Code.SHOWN).isRemoved();
  }
}
