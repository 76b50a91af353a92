package dev.platen.report.markdown;

import dev.platen.report.code.CodeHighlighter;
import dev.platen.report.html.AbsentImage;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.PageImages;
import dev.platen.report.html.TrustedHtml;
import dev.platen.report.tex.Formula;
import dev.platen.report.tex.MathWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.jspecify.annotations.Nullable;

/** Writes the nodes that a report shows in its own way; the library writes the others. */
final class NodeWriter extends CoreHtmlNodeRenderer {

  /** What the nodes of one document are written with. */
  record Surroundings(Outline outline, PageImages images, MathWriter math, Slots slots) {}

  private final Surroundings around;

  NodeWriter(HtmlNodeRendererContext context, Surroundings around) {
    super(context);
    this.around = around;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        Heading.class,
        FencedCodeBlock.class,
        IndentedCodeBlock.class,
        HtmlBlock.class,
        HtmlInline.class,
        Link.class,
        Image.class,
        MathNode.class,
        MathBlock.class,
        Callout.class,
        DefinitionParser.Term.class,
        DefinitionParser.Details.class);
  }

  @Override
  public void visit(Heading heading) {
    String tag = "h" + around.outline().shifted(heading.getLevel());
    Optional<String> id = around.outline().entry(heading).map(Outline.Entry::id);
    Map<String, String> attributes = new LinkedHashMap<>();
    id.ifPresent(value -> attributes.put("id", value));
    context.getWriter().line();
    context.getWriter().tag(tag, attributes);
    visitChildren(heading);
    id.ifPresent(
        value ->
            embed(
                html ->
                    html.open("a", "anchor")
                        .attribute("href", "#" + value)
                        .attribute("aria-label", "Link to this section")
                        .text("#")
                        .close()));
    context.getWriter().tag("/" + tag);
    context.getWriter().line();
  }

  @Override
  public void visit(FencedCodeBlock block) {
    code(block.getLiteral(), FenceInfo.language(block.getInfo() == null ? "" : block.getInfo()));
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    code(block.getLiteral(), "");
  }

  @Override
  public void visit(HtmlBlock block) {
    around.slots().noteForeignHtml();
    super.visit(block);
  }

  @Override
  public void visit(HtmlInline inline) {
    around.slots().noteForeignHtml();
    super.visit(inline);
  }

  @Override
  public void visit(Link link) {
    Map<String, String> attributes = new LinkedHashMap<>();
    around
        .outline()
        .links()
        .resolve(link.getDestination())
        .ifPresent(href -> attributes.put("href", href));
    if (link.getTitle() != null) {
      attributes.put("title", link.getTitle());
    }
    context.getWriter().tag("a", attributes);
    visitChildren(link);
    context.getWriter().tag("/a");
  }

  @Override
  public void visit(Image image) {
    String alt = PlainText.of(image);
    String source = image.getDestination();
    Optional<String> data = around.images().resolve(source);
    embed(
        html -> {
          if (data.isPresent()) {
            html.empty("img").attribute("src", data.get()).attribute("alt", alt);
            html.attribute("title", image.getTitle());
          } else {
            AbsentImage.write(source, alt, around.outline().links(), html);
          }
        });
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof MathNode mathNode) {
      formula(mathNode.formula());
    }
  }

  @Override
  public void visit(CustomBlock node) {
    if (node instanceof MathBlock block) {
      context.getWriter().tag("p");
      formula(block.formula());
      visitChildren(block);
      context.getWriter().tag("/p");
      context.getWriter().line();
    } else if (node instanceof Callout callout) {
      callout(callout);
    } else {
      definition(node);
    }
  }

  private void callout(Callout callout) {
    Optional<Callout.Kind> kind = callout.kind();
    if (kind.isEmpty()) {
      visitChildren(callout);
      return;
    }
    context.getWriter().line();
    context.getWriter().tag("div", Map.of("class", "callout " + kind.get().cssClass()));
    context.getWriter().tag("p", Map.of("class", "callout-title"));
    context.getWriter().text(callout.title());
    context.getWriter().tag("/p");
    context.getWriter().line();
    visitChildren(callout);
    context.getWriter().tag("/div");
    context.getWriter().line();
  }

  /** Terms and what they mean lie beside each other in the tree; the list is around them. */
  private void definition(CustomBlock node) {
    context.getWriter().line();
    if (!isDefinition(node.getPrevious())) {
      context.getWriter().tag("dl");
      context.getWriter().line();
    }
    String tag = node instanceof DefinitionParser.Term ? "dt" : "dd";
    context.getWriter().tag(tag);
    Node only = node.getFirstChild();
    boolean tight = only instanceof Paragraph && only.getNext() == null;
    visitChildren(tight ? only : node);
    context.getWriter().tag("/" + tag);
    context.getWriter().line();
    if (!isDefinition(node.getNext())) {
      context.getWriter().tag("/dl");
      context.getWriter().line();
    }
  }

  private static boolean isDefinition(@Nullable Node node) {
    return node instanceof DefinitionParser.Term || node instanceof DefinitionParser.Details;
  }

  private void formula(Formula formula) {
    embed(html -> around.math().write(formula, html));
  }

  private void code(String literal, String language) {
    context.getWriter().line();
    embed(
        html -> {
          html.open("pre", "code").open("code");
          CodeHighlighter.write(literal.stripTrailing(), language, html);
          html.close().close();
        });
    context.getWriter().line();
  }

  private void embed(Consumer<HtmlWriter> content) {
    TrustedHtml fragment = HtmlWriter.fragment(content);
    context.getWriter().raw(around.slots().hole(fragment));
  }
}
