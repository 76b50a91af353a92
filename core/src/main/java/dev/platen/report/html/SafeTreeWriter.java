package dev.platen.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Walks a parsed tree and writes what is on the allow-list. Elements of other names give way to
 * their content.
 */
final class SafeTreeWriter implements NodeFilter {
  /** Browsers flatten what is nested deeper than 512 levels; nothing that people read is. */
  private static final int MAX_DEPTH = 200;

  private static final Set<String> KEPT =
      Set.of(
          "a",
          "abbr",
          "article",
          "b",
          "bdi",
          "bdo",
          "blockquote",
          "br",
          "caption",
          "center",
          "cite",
          "code",
          "col",
          "colgroup",
          "dd",
          "del",
          "details",
          "dfn",
          "div",
          "dl",
          "dt",
          "em",
          "figcaption",
          "figure",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "i",
          "ins",
          "kbd",
          "li",
          "mark",
          "meter",
          "ol",
          "p",
          "pre",
          "progress",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "section",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "summary",
          "sup",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "time",
          "tr",
          "tt",
          "u",
          "ul",
          "var",
          "wbr");

  private static final Set<String> VOID = Set.of("br", "col", "hr", "wbr");

  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "template",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "head",
          "title",
          "link",
          "meta",
          "base",
          "select",
          "textarea",
          "button",
          "canvas",
          "math");

  /** What shows something in a browser, and nothing here. */
  static final String CONTROLS = "input, select, textarea, button, math, applet";

  private final HtmlWriter html;
  private final Element root;
  private final AttributeFilter attributes;
  private final List<TrustedHtml> slots;
  private final Deque<Element> written = new ArrayDeque<>();
  private int links;

  SafeTreeWriter(
      HtmlWriter html, Element root, AttributeFilter attributes, List<TrustedHtml> slots) {
    this.html = html;
    this.root = root;
    this.attributes = attributes;
    this.slots = slots;
  }

  /** Whether nothing of it is written, not even what is in it. */
  static boolean isDropped(Node node) {
    return node instanceof Element element && DROPPED.contains(element.normalName());
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      html.text(text.getWholeText());
    } else if (node instanceof Element element && !element.equals(root)) {
      return begin(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!written.isEmpty() && node.equals(written.peek())) {
      written.pop();
      links -= node.nodeName().equals("a") ? 1 : 0;
      html.close();
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult begin(Element element) {
    String tag = element.normalName();
    if (isDropped(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    switch (tag) {
      case "img" -> attributes.writeImage(element, html);
      case "iframe" -> attributes.writeFrame(element, html);
      case "svg" -> attributes.writeSvg(element, html);
      case "audio", "video" -> writeMedia(element);
      case "input" -> writeTask(element);
      case "x-slot" -> writeSlot(element);
      default -> {
        return open(element, tag);
      }
    }
    return FilterResult.SKIP_ENTIRELY;
  }

  private FilterResult open(Element element, String tag) {
    boolean nestedLink = tag.equals("a") && links > 0;
    if (KEPT.contains(tag) && written.size() < MAX_DEPTH && !nestedLink) {
      if (VOID.contains(tag)) {
        html.empty(tag);
      } else {
        html.open(isEmptyHeader(element) ? "td" : tag);
        written.push(element);
        links += tag.equals("a") ? 1 : 0;
      }
      attributes.write(element, html);
    }
    return FilterResult.CONTINUE;
  }

  /**
   * pandas fills corners with header cells that head nothing; a screen reader would announce them.
   */
  private static boolean isEmptyHeader(Element element) {
    // Styler puts a blank that doesn't break into them.
    return element.normalName().equals("th")
        && element.childrenSize() == 0
        && element.text().replace('\u00a0', ' ').isBlank();
  }

  /** The only control of a form that says something on paper: a task's box. */
  private void writeTask(Element element) {
    if (element.attr("type").equalsIgnoreCase("checkbox")) {
      html.empty("input").attribute("type", "checkbox");
      html.flag("disabled", true).flag("checked", element.hasAttr("checked"));
    }
  }

  /** What lies elsewhere is named by the notice that something is missing. */
  private void writeMedia(Element element) {
    String label = element.hasAttr("title") ? element.attr("title") : "Recording";
    SanitizedHtml.media(element).ifPresent(url -> MediaData.write(url, label, html));
  }

  private void writeSlot(Element element) {
    String index = element.attr("n");
    if (index.length() <= 6 && !index.isEmpty() && index.chars().allMatch(Character::isDigit)) {
      int slot = Integer.parseInt(index);
      if (slot < slots.size()) {
        html.trusted(slots.get(slot));
      }
    }
  }
}
