package dev.platen.report.markdown;

import dev.platen.report.code.CodeHighlighter;
import dev.platen.report.html.AbsentImage;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ImageUrl;
import dev.platen.report.html.PageImages;
import dev.platen.report.html.TrustedHtml;
import dev.platen.report.markdown.CrossReferences.Target;
import dev.platen.report.tex.Formula;
import dev.platen.report.tex.MathWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
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
import org.commonmark.node.Text;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.jspecify.annotations.Nullable;

/** Writes the nodes that a report shows in its own way; the library writes the others. */
final class NodeWriter extends CoreHtmlNodeRenderer {

  /** What the nodes of one document are written with. */
  record Surroundings(
      Outline outline,
      CrossReferences references,
      PageImages images,
      MathWriter math,
      DiagramRenderer diagrams,
      Slots slots) {}

  private final Surroundings around;

  NodeWriter(HtmlNodeRendererContext context, Surroundings around) {
    super(context);
    this.around = around;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        Heading.class,
        Paragraph.class,
        Text.class,
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
    Optional<TrustedHtml> diagram =
        MarkdownDocument.isDiagram(block)
            ? around.diagrams().render(block.getLiteral())
            : Optional.empty();
    if (diagram.isPresent()) {
      context.getWriter().line();
      embed(diagram.get());
      context.getWriter().line();
    } else {
      code(block.getLiteral(), FenceInfo.language(block));
    }
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

  /** References become links, but not inside of one. */
  @Override
  public void visit(Text text) {
    String literal = text.getLiteral();
    if (literal.indexOf('@') < 0 || isInLink(text)) {
      super.visit(text);
      return;
    }
    int written = 0;
    Matcher matcher = CrossReferences.REFERENCE.matcher(literal);
    while (matcher.find()) {
      String label = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      Optional<Target> target = around.references().target(label);
      if (target.isPresent()) {
        context.getWriter().text(literal.substring(written, matcher.start()));
        context.getWriter().tag("a", Map.of("href", "#" + target.get().id()));
        context.getWriter().text(target.get().words());
        context.getWriter().tag("/a");
        written = matcher.end();
      }
    }
    context.getWriter().text(literal.substring(written));
  }

  private static boolean isInLink(Node node) {
    for (Node around = node.getParent(); around != null; around = around.getParent()) {
      if (around instanceof Link) {
        return true;
      }
    }
    return false;
  }

  /** A labelled image that stands alone is a figure; a text under a table, its caption. */
  @Override
  public void visit(Paragraph paragraph) {
    Optional<Target> caption = around.references().target(paragraph);
    Node only = paragraph.getFirstChild();
    if (caption.isPresent()) {
      context.getWriter().line();
      context.getWriter().tag("p", named("caption", caption.get()));
      context.getWriter().text(caption.get().words() + ": ");
      visitChildren(paragraph);
      context.getWriter().tag("/p");
      context.getWriter().line();
    } else if (only instanceof Image image && image.getNext() == null) {
      figure(paragraph, image);
    } else {
      super.visit(paragraph);
    }
  }

  private void figure(Paragraph paragraph, Image image) {
    Optional<Target> target = around.references().target(image);
    if (target.isEmpty()) {
      super.visit(paragraph);
      return;
    }
    context.getWriter().line();
    context.getWriter().tag("figure", named("out", target.get()));
    visit(image);
    context.getWriter().tag("figcaption");
    context.getWriter().text(target.get().words() + (image.getFirstChild() == null ? "" : ": "));
    visitChildren(image);
    context.getWriter().tag("/figcaption");
    context.getWriter().tag("/figure");
    context.getWriter().line();
  }

  private static Map<String, String> named(String cssClass, Target target) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", cssClass);
    attributes.put("id", target.id());
    return attributes;
  }

  @Override
  public void visit(Image image) {
    NodeAttributes attributes = around.references().attributes(image);
    String alt = attributes.values().getOrDefault("fig-alt", PlainText.of(image));
    String source = image.getDestination();
    Optional<ImageUrl> data = around.images().resolve(source);
    embed(
        html -> {
          if (data.isPresent()) {
            html.empty("img").src(data.get()).attribute("alt", alt);
            html.attribute("title", image.getTitle());
            width(attributes.values().getOrDefault("width", ""), html);
          } else {
            AbsentImage.write(source, alt, around.outline().links(), html);
          }
        });
  }

  private static void width(String width, HtmlWriter html) {
    if (width.matches("\\d{1,4}(px)?")) {
      html.attribute("width", width.replace("px", ""));
    } else if (width.matches("\\d{1,3}%")) {
      html.attribute("style", "width:" + width);
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof MathNode mathNode) {
      formula(mathNode.formula(), mathNode);
    }
  }

  @Override
  public void visit(CustomBlock node) {
    if (node instanceof MathBlock block) {
      context.getWriter().tag("p");
      formula(block.formula(), block);
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

  private void formula(Formula formula, Node node) {
    Optional<Target> target = around.references().target(node);
    embed(
        html -> {
          if (target.isEmpty()) {
            around.math().write(formula, html);
            return;
          }
          html.open("span", "equation").attribute("id", target.get().id());
          around.math().write(formula, html);
          html.element("span", "number", "(" + target.get().number() + ")").close();
        });
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
    embed(HtmlWriter.fragment(content));
  }

  private void embed(TrustedHtml fragment) {
    context.getWriter().raw(around.slots().hole(fragment));
  }
}
