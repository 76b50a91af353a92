package dev.platen.report.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * A parsed Markdown text.
 *
 * @param scope sets its footnotes apart from those of other texts on the page, such as {@code 7}
 */
public record MarkdownDocument(Node root, String scope) {

  /** Parses what a cell or an output holds. */
  public static MarkdownDocument parse(String source, String scope) {
    try {
      return new MarkdownDocument(Callouts.parse(source), scope);
    } catch (IllegalArgumentException tooMuch) {
      // The library refuses tables of more than a million cells.
      return new MarkdownDocument(asSource(source), scope);
    }
  }

  private static Node asSource(String source) {
    Document document = new Document();
    Paragraph notice = new Paragraph();
    notice.appendChild(new Text("This Markdown asks for too much; it is shown as its source."));
    document.appendChild(notice);
    FencedCodeBlock block = new FencedCodeBlock();
    block.setInfo("");
    block.setLiteral(source);
    document.appendChild(block);
    return document;
  }

  /** The sources of its Mermaid diagrams, in their order. */
  public List<String> diagrams() {
    List<String> sources = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock block) {
            if (isDiagram(block)) {
              sources.add(block.getLiteral());
            }
          }
        });
    return sources;
  }

  static boolean isDiagram(FencedCodeBlock block) {
    return FenceInfo.language(block).equalsIgnoreCase("mermaid");
  }

  /** What its first heading of the first level says, without markup. */
  public Optional<String> title() {
    List<String> titles = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            if (heading.getLevel() == 1 && titles.isEmpty()) {
              NodeAttributes.takeFromEnd(heading);
              titles.add(PlainText.of(heading));
            }
          }
        });
    return titles.stream().filter(title -> !title.isEmpty()).findFirst();
  }

  /** What stands in a block, taken out of it: it is written without the block's own element. */
  static MarkdownDocument contentOf(Node block) {
    Document content = new Document();
    for (Node node = block.getFirstChild(); node != null; node = block.getFirstChild()) {
      content.appendChild(node);
    }
    return new MarkdownDocument(content, "");
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return root.getFirstChild() == null;
  }
}
