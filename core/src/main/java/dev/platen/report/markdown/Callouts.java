package dev.platen.report.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;

/**
 * Finds the callouts of GitHub ({@code > [!NOTE]}), MyST (a fence named {@code {note}}) and, as
 * {@link ColonFenceParser} has read them, Quarto.
 */
final class Callouts {
  private static final Pattern ALERT = Pattern.compile("\\[!(\\w+)][-+]?\\s*(.*)");
  private static final Pattern DIRECTIVE = Pattern.compile("(\\{[\\w-]+})\\s*(.*)");

  /** A directive's options; they say how it looks elsewhere. */
  static final Pattern OPTION = Pattern.compile("\\s*:[\\w-]+:(\\s.*)?");

  /** Fences in fences are parsed anew. */
  private static final int MAX_DEPTH = 5;

  private Callouts() {}

  static Node parse(String source) {
    return parse(source, 0);
  }

  private static Node parse(String source, int depth) {
    Node root = MarkdownDialect.parser(source).parse(source);
    List<Node> blocks = new ArrayList<>();
    root.accept(new Collector(blocks));
    for (Node block : blocks) {
      if (block instanceof BlockQuote quote) {
        alert(quote);
      } else if (block instanceof FencedCodeBlock fence && depth < MAX_DEPTH) {
        directive(fence, depth);
      } else if (block instanceof Callout callout) {
        takeTitle(callout);
      }
    }
    return root;
  }

  private static void alert(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph first)) {
      return;
    }
    List<Node> line = new ArrayList<>();
    Node node = first.getFirstChild();
    while (node != null && !(node instanceof SoftLineBreak || node instanceof HardLineBreak)) {
      line.add(node);
      node = node.getNext();
    }
    StringBuilder text = new StringBuilder();
    line.forEach(part -> text.append(PlainText.unstripped(part)));
    Matcher marked = ALERT.matcher(text.toString().strip());
    if (!marked.matches()) {
      return;
    }
    Optional<Callout> callout = Callout.named(marked.group(1), marked.group(2));
    if (callout.isPresent()) {
      line.forEach(Node::unlink);
      if (node != null) {
        node.unlink();
      }
      if (first.getFirstChild() == null) {
        first.unlink();
      }
      replace(quote, quote, callout.get());
    }
  }

  private static void directive(FencedCodeBlock fence, int depth) {
    Matcher named = DIRECTIVE.matcher(fence.getInfo() == null ? "" : fence.getInfo().strip());
    if (!named.matches()) {
      return;
    }
    Callout.named(named.group(1), named.group(2))
        .ifPresent(
            callout -> {
              List<String> lines = fence.getLiteral().lines().toList();
              int from = 0;
              while (from < lines.size() && OPTION.matcher(lines.get(from)).matches()) {
                from++;
              }
              String content = String.join("\n", lines.subList(from, lines.size()));
              replace(fence, parse(content, depth + 1), callout);
            });
  }

  /** Quarto takes a heading in front for the title. */
  private static void takeTitle(Callout callout) {
    if (callout.kind().isPresent() && callout.getFirstChild() instanceof Heading heading) {
      callout.title(PlainText.of(heading));
      heading.unlink();
    }
  }

  private static void replace(Node block, Node content, Callout callout) {
    block.insertBefore(callout);
    for (Node child = content.getFirstChild(); child != null; child = content.getFirstChild()) {
      callout.appendChild(child);
    }
    block.unlink();
  }

  private static final class Collector extends AbstractVisitor {
    private final List<Node> blocks;

    Collector(List<Node> blocks) {
      this.blocks = blocks;
    }

    @Override
    public void visit(BlockQuote quote) {
      blocks.add(quote);
      visitChildren(quote);
    }

    @Override
    public void visit(FencedCodeBlock fence) {
      blocks.add(fence);
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof Callout) {
        blocks.add(block);
      }
      visitChildren(block);
    }
  }
}
