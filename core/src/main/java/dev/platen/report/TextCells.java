package dev.platen.report;

import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.RawCell;
import dev.platen.report.html.HtmlSanitizer;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.LinkTargets;
import dev.platen.report.html.PageImages;
import dev.platen.report.markdown.Attachments;
import dev.platen.report.markdown.MarkdownDocument;
import dev.platen.report.markdown.MarkdownRenderer;
import org.jspecify.annotations.Nullable;

/** Writes the cells that hold text. */
final class TextCells {
  private final MarkdownRenderer markdown;
  private final LinkTargets links;
  private final PageImages images;
  private final HtmlWriter html;

  TextCells(MarkdownRenderer markdown, LinkTargets links, PageImages images, HtmlWriter html) {
    this.markdown = markdown;
    this.links = links;
    this.images = images;
    this.html = html;
  }

  /**
   * Writes a Markdown cell.
   *
   * @param document null if the cell is removed
   */
  void write(MarkdownCell cell, int index, @Nullable MarkdownDocument document) {
    if (document == null || document.isEmpty()) {
      return;
    }
    Wishes wishes = Wishes.of(cell);
    boolean folded = wishes.cell().isFolded() || wishes.input(ReportOptions.Code.SHOWN).isFolded();
    open(index);
    if (folded) {
      html.open("details", "folded").element("summary", "Show text");
    }
    html.open("div", "prose").line();
    markdown.write(document, new Attachments(cell.attachments(), images), html);
    html.close();
    if (folded) {
      html.close();
    }
    html.close().line();
  }

  /** Writes a raw cell if its text is meant for pages, or for nothing in particular. */
  void write(RawCell cell, int index) {
    String type = cell.metadata().string("raw_mimetype").orElse(cell.metadata().text("format"));
    boolean text = type.isEmpty() || type.startsWith("text/");
    if (cell.source().isBlank() || !text || Wishes.of(cell).cell().isRemoved()) {
      return;
    }
    open(index);
    if (type.equals("text/html")) {
      html.open("div", "prose");
      new HtmlSanitizer(links, images).read(cell.source()).write(html);
      html.close();
    } else {
      html.open("pre", "raw").text("\n").text(cell.source()).close();
    }
    html.close().line();
  }

  private void open(int index) {
    html.open("div", "cell").attribute("id", CellRun.anchor(index));
  }
}
