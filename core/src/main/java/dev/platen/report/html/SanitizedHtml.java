package dev.platen.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.QueryParser;

/** HTML of others, understood and ready to be written as what is harmless of it. */
public final class SanitizedHtml {
  /** What shows something without any text. */
  private static final Evaluator CONTENT =
      QueryParser.parse("img, svg, hr, progress, meter, audio, video, x-slot, [type=checkbox]");

  private final Element body;
  private final AttributeFilter attributes;
  private final List<TrustedHtml> slots;

  SanitizedHtml(Element body, AttributeFilter attributes, List<TrustedHtml> slots) {
    this.body = body;
    this.attributes = attributes;
    this.slots = slots;
    ForeignFrames.uncover(body);
    ScopedStyles.inline(body);
    body.select("table").forEach(TableCells::mark);
  }

  /** Whether it brought scripts, frames or media, without which it may show little. */
  public boolean isScripted() {
    return !body.select("script, object, embed, canvas").isEmpty()
        || body.select("iframe").stream().anyMatch(frame -> !attributes.names(frame))
        || body.select("audio, video").stream().anyMatch(element -> media(element).isEmpty());
  }

  /** The data of an audio or video element, if they are in the page. */
  static Optional<String> media(Element element) {
    return Stream.concat(Stream.of(element), element.select("> source").stream())
        .flatMap(source -> MediaData.dataUrl(source.attr("src")).stream())
        .findFirst();
  }

  /** Whether it sets colours, and so supposes a light page. */
  public boolean isPainted() {
    return body.getElementsByAttribute("style").stream()
        .anyMatch(e -> StyleFilter.paints(StyleFilter.filter(e.attr("style"))));
  }

  /** Whether nothing of it can be seen. */
  public boolean isBlank() {
    return !body.hasText()
        && body.select("img, svg, hr, progress, meter, audio, video").isEmpty()
        && body.select("iframe").stream().noneMatch(attributes::names);
  }

  /** Whether it is made of what isn't kept, such as the controls of a form, and of nothing else. */
  public boolean isEmptied() {
    return !isSeen() && !body.select(SafeTreeWriter.CONTROLS).isEmpty();
  }

  private boolean isSeen() {
    NodeFilter search =
        (node, depth) ->
            isContent(node)
                ? FilterResult.STOP
                : SafeTreeWriter.isDropped(node) || node.nodeName().equals("iframe")
                    ? FilterResult.SKIP_ENTIRELY
                    : FilterResult.CONTINUE;
    return NodeTraversor.filter(search, body) == FilterResult.STOP;
  }

  private boolean isContent(Node node) {
    if (node instanceof TextNode text) {
      return !text.isBlank();
    }
    return node instanceof Element element
        && (element.normalName().equals("iframe")
            ? attributes.names(element)
            : element.is(CONTENT));
  }

  public void write(HtmlWriter html) {
    body.filter(new SafeTreeWriter(html, body, attributes, slots));
  }
}
