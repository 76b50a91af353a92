package dev.platen.report.markdown;

import org.commonmark.node.Node;

/**
 * A parsed Markdown text.
 *
 * @param scope sets its footnotes apart from those of other texts on the page, such as {@code 7}
 */
public record MarkdownDocument(Node root, String scope) {

  /** Parses what a cell or an output holds. */
  public static MarkdownDocument parse(String source, String scope) {
    return new MarkdownDocument(Callouts.parse(source), scope);
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return root.getFirstChild() == null;
  }
}
