package dev.platen.report.markdown;

import dev.platen.report.html.PageIds;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * What {@code @fig-x} and its like lead to: figures, tables and formulas by their numbers, in
 * reading order, and headings.
 *
 * @see <a href="https://quarto.org/docs/authoring/cross-references.html">Quarto</a>
 */
public final class CrossReferences {
  /** A reference, perhaps in brackets; with a letter, a digit or an address before it, none. */
  static final Pattern REFERENCE =
      Pattern.compile(
          "(?<![\\w.@/+-])(?:\\[@(\\w+-[\\w-]+(?:[.:][\\w-]+)*)\\]|@(\\w+-[\\w-]+(?:[.:][\\w-]+)*))");

  private static final Map<String, String> KINDS =
      Map.of("fig", "Figure", "tbl", "Table", "tab", "Table", "eq", "Equation", "lst", "Listing");

  /**
   * What a label stands for.
   *
   * @param number from 1; 0 for a heading
   */
  public record Target(String id, String kind, int number, String words) {}

  private final Outline outline;
  private final Map<String, Target> byLabel = new HashMap<>();
  private final IdentityHashMap<Node, Target> byNode = new IdentityHashMap<>();
  private final IdentityHashMap<Node, NodeAttributes> attributes = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  public CrossReferences(Outline outline) {
    this.outline = outline;
  }

  /** Reads the labels of a text, which follows what was read before. */
  public void read(MarkdownDocument document) {
    document.root().accept(new LabelCollector());
  }

  /** Takes the label of something that comes next; gives nothing if it isn't of a kind. */
  public Optional<Target> add(String label) {
    int hyphen = label.indexOf('-');
    String kind = KINDS.get(hyphen < 0 ? "" : label.substring(0, hyphen).toLowerCase(Locale.ROOT));
    if (kind == null || byLabel.containsKey(label)) {
      return Optional.empty();
    }
    int number = counts.merge(kind, 1, Integer::sum);
    Target target = new Target(PageIds.foreign(label), kind, number, kind + " " + number);
    byLabel.put(label, target);
    return Optional.of(target);
  }

  /** What the label leads to, if there is such a thing on the page. */
  public Optional<Target> target(String label) {
    Target target = byLabel.get(label);
    if (target == null) {
      target = byLabel.get(label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1));
    }
    return target != null
        ? Optional.of(target)
        : outline.labelled(label).map(entry -> new Target(entry.id(), "", 0, entry.text()));
  }

  Optional<Target> target(Node node) {
    return Optional.ofNullable(byNode.get(node));
  }

  NodeAttributes attributes(Node node) {
    return attributes.getOrDefault(node, NodeAttributes.NONE);
  }

  private void label(Node node, NodeAttributes found) {
    attributes.put(node, found);
    found.id().flatMap(this::add).ifPresent(target -> byNode.put(node, target));
  }

  private final class LabelCollector extends AbstractVisitor {
    @Override
    public void visit(Image image) {
      if (image.getNext() instanceof Text text) {
        label(image, NodeAttributes.takeFromStart(text, false));
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof MathNode && node.getNext() instanceof Text text) {
        label(node, NodeAttributes.takeFromStart(text, true));
      }
      visitChildren(node);
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof MathBlock && block.getFirstChild() instanceof Text text) {
        label(block, NodeAttributes.takeFromStart(text, true));
      }
      visitChildren(block);
    }

    /** Under a table, {@code : caption} with its label. */
    @Override
    public void visit(Paragraph paragraph) {
      boolean belowTable = paragraph.getPrevious() instanceof TableBlock;
      if (belowTable
          && paragraph.getFirstChild() instanceof Text text
          && text.getLiteral().startsWith(": ")) {
        text.setLiteral(text.getLiteral().substring(2).stripLeading());
        label(paragraph, NodeAttributes.takeFromEnd(paragraph));
      }
      visitChildren(paragraph);
    }
  }
}
