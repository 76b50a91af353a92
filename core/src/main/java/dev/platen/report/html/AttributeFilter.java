package dev.platen.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Writes of an element's attributes those that are harmless; their values are checked, not echoed.
 */
final class AttributeFilter {

  private static final Set<String> TEXTS =
      Set.of("title", "lang", "dir", "scope", "abbr", "datetime", "aria-label", "aria-hidden");

  private static final Set<String> NUMBERS =
      Set.of("colspan", "rowspan", "span", "start", "value", "max", "min");

  private static final Set<String> FLAGS = Set.of("open", "reversed");

  private static final Set<String> ALIGNMENTS = Set.of("left", "right", "center");

  /** Classes with a meaning in the report's own style. */
  private static final Set<String> CLASSES =
      Set.of(
          "dataframe",
          "num",
          "long",
          "footnotes",
          "footnote-ref",
          "footnote-backref",
          "callout",
          "callout-title",
          "note",
          "tip",
          "important",
          "warning",
          "caution");

  private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String XLINK_NAMESPACE = "http://www.w3.org/1999/xlink";

  private final LinkTargets links;
  private final PageImages images;

  AttributeFilter(LinkTargets links, PageImages images) {
    this.links = links;
    this.images = images;
  }

  void write(Element element, HtmlWriter html) {
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      String value = attribute.getValue();
      if (TEXTS.contains(name)) {
        html.attribute(name, value);
      } else if (NUMBERS.contains(name) && number(value) != null) {
        html.attribute(name, number(value));
      } else if (FLAGS.contains(name)) {
        html.flag(name, true);
      }
    }
    html.attribute("id", id(element));
    writeStyle(element, html);
    if (element.normalName().equals("a") && element.hasAttr("href")) {
      html.attribute("href", links.resolve(element.attr("href")).orElse(null));
    }
  }

  void writeImage(Element element, HtmlWriter html) {
    String alt = element.attr("alt");
    Optional<ImageUrl> data = images.resolve(element.attr("src"));
    if (data.isEmpty()) {
      AbsentImage.write(element.attr("src"), alt, links, html);
      return;
    }
    html.empty("img").src(data.get()).attribute("alt", alt);
    html.attribute("width", number(element.attr("width")));
    html.attribute("height", number(element.attr("height")));
    writeStyle(element, html);
  }

  /** Whether the frame's page is named in its place. */
  boolean names(Element frame) {
    return ForeignFrames.address(frame, links).isPresent();
  }

  void writeFrame(Element frame, HtmlWriter html) {
    Optional<String> address = ForeignFrames.address(frame, links);
    if (address.isPresent()) {
      html.open("span", "absent").text("Page not in this file: ");
      html.open("a").attribute("href", address.get()).text(address.get()).close().close();
    }
  }

  /** An image inside the page can't be searched or copied from, but nor can it run anything. */
  void writeSvg(Element element, HtmlWriter html) {
    Optional<ImageUrl> url = ImageData.svg(xml(element));
    if (url.isPresent()) {
      html.empty("img").src(url.get());
      html.attribute("alt", element.select("title").text());
      html.attribute("width", number(element.attr("width")));
      html.attribute("height", number(element.attr("height")));
    } else {
      html.element("span", "absent", "Not shown in this report: a drawing that isn't SVG");
    }
  }

  /** HTML lets its authors leave out what XML asks for. */
  private static String xml(Element drawing) {
    Document.OutputSettings form = new Document.OutputSettings();
    form.syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
    form.escapeMode(Entities.EscapeMode.xhtml);
    Document document = new Document("").outputSettings(form);
    drawing.attr("xmlns", SVG_NAMESPACE).attr("xmlns:xlink", XLINK_NAMESPACE);
    document.appendChild(drawing.clone());
    return document.outerHtml();
  }

  private static @Nullable String id(Element element) {
    String id = element.hasAttr("id") ? element.id() : element.attr("name");
    return id.isEmpty() ? null : PageIds.foreign(id);
  }

  private static void writeStyle(Element element, HtmlWriter html) {
    List<String> classes =
        new ArrayList<>(element.classNames().stream().filter(CLASSES::contains).toList());
    Map<String, String> style = StyleFilter.filter(element.attr("style"));
    String align = element.attr("align");
    if (ALIGNMENTS.contains(align)) {
      style.putIfAbsent("text-align", align);
    }
    StringBuilder declarations = new StringBuilder();
    if (style.containsKey("color") && !StyleFilter.paints(style)) {
      classes.add("fx");
      declarations.append(Colour.parse(style.remove("color")).orElseThrow().themed());
    }
    style.forEach(
        (property, value) -> {
          declarations.append(declarations.isEmpty() ? "" : "; ");
          declarations.append(property).append(": ").append(value);
        });
    html.attribute("class", classes.isEmpty() ? null : String.join(" ", classes));
    html.attribute("style", declarations.isEmpty() ? null : declarations.toString());
  }

  /** A number of at most six digits before the point, without unit but px. */
  private static @Nullable String number(String value) {
    String digits = value.endsWith("px") ? value.substring(0, value.length() - 2) : value;
    return digits.matches("\\d{1,6}(\\.\\d{1,6})?") ? digits : null;
  }
}
