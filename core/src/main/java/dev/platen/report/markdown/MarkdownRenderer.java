package dev.platen.report.markdown;

import dev.platen.report.html.HtmlSanitizer;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.PageIds;
import dev.platen.report.html.PageImages;
import dev.platen.report.html.SanitizedHtml;
import dev.platen.report.html.TrustedHtml;
import dev.platen.report.tex.MathWriter;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Writes parsed Markdown. Raw HTML in it is sanitised, together with the text around it, for a tag
 * may open in one place and close in another.
 */
public final class MarkdownRenderer {
  private final Outline outline;
  private final CrossReferences references;
  private final MathWriter math;
  private final DiagramRenderer diagrams;

  public MarkdownRenderer(
      Outline outline, CrossReferences references, MathWriter math, DiagramRenderer diagrams) {
    this.outline = outline;
    this.references = references;
    this.math = math;
    this.diagrams = diagrams;
  }

  /** Without anything to refer to, and with diagrams as their sources. */
  public MarkdownRenderer(Outline outline, MathWriter math) {
    this(outline, new CrossReferences(outline), math, DiagramRenderer.none());
  }

  /** Writes the document's blocks. */
  public void write(MarkdownDocument document, PageImages images, HtmlWriter html) {
    write(document, images, "div", html);
  }

  /** Writes what stands within a line. */
  public void writeInline(MarkdownDocument document, PageImages images, HtmlWriter html) {
    write(document, images, "span", html);
  }

  private void write(MarkdownDocument document, PageImages images, String around, HtmlWriter html) {
    Slots slots = new Slots();
    NodeWriter.Surroundings surroundings =
        new NodeWriter.Surroundings(outline, references, images, math, diagrams, slots);
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(MarkdownDialect.EXTENSIONS)
            .nodeRendererFactory(context -> new NodeWriter(context, surroundings))
            .attributeProviderFactory(
                context -> (node, tag, attributes) -> scope(document, node, attributes))
            .build();
    String markup = renderer.render(document.root()).strip();
    if (slots.hasForeignHtml()) {
      SanitizedHtml content =
          new HtmlSanitizer(outline.links(), images).read(markup, slots.fragments());
      // Colours of the author's suppose white paper.
      html.open(around, content.isPainted() ? "paper" : "plain");
      content.write(html);
      html.close();
    } else {
      html.trusted(TrustedHtml.vouchedFor(slots.fill(markup)));
    }
  }

  /** Footnotes are numbered within their cell, so their ids need the cell's name. */
  private static void scope(MarkdownDocument document, Node node, Map<String, String> attributes) {
    if (node.getClass().getSimpleName().contains("Footnote")) {
      String own = PageIds.FOOTNOTE + document.scope() + "-";
      attributes.computeIfPresent("id", (key, id) -> own + id);
      attributes.computeIfPresent("href", (key, href) -> "#" + own + href.substring(1));
    }
  }
}
