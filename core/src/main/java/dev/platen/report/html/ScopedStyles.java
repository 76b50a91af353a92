package dev.platen.report.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Moves the rules of style elements to the elements that they select, where they can be filtered as
 * any style is. Only rules whose selector begins with an id, as those of pandas' Styler do: others
 * speak of the whole page.
 */
final class ScopedStyles {
  /** Elements looked at for all selectors of an output together: each asks every one. */
  private static final int MAX_LOOKS = 1_000_000;

  private static final int MAX_SELECTOR = 100;

  /** The letters that Styler needs; without those of patterns, whose cost nobody can foresee. */
  private static final Pattern PLAIN = Pattern.compile("#[\\w\\s#.>:()-]+");

  private static final Pattern PSEUDO = Pattern.compile(":(?!(first|last|nth|only)-)");

  private final Element body;
  private final Map<String, Element> byId = new HashMap<>();
  private final Map<Element, StringBuilder> declarations = new HashMap<>();
  private final int size;
  private int looks;

  private ScopedStyles(Element body) {
    this.body = body;
    this.size = body.getAllElements().size();
  }

  static void inline(Element body) {
    List<Element> sheets = body.select("style");
    if (!sheets.isEmpty()) {
      ScopedStyles styles = new ScopedStyles(body);
      body.select("[id]").forEach(element -> styles.byId.putIfAbsent(element.id(), element));
      sheets.forEach(sheet -> styles.read(sheet.data()));
      // An element's own style goes last, for it wins.
      styles.declarations.forEach(
          (element, sheet) ->
              element.attr("style", sheet.append(element.attr("style")).toString()));
    }
  }

  /** Reads plain rules; those nested in an at-rule are left out with it. */
  private void read(String sheet) {
    String css = withoutComments(sheet);
    int at = 0;
    for (int open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
      String selectors = css.substring(at, open).strip();
      int close = css.indexOf('}', open);
      if (close < 0 || selectors.startsWith("@")) {
        return;
      }
      String rule = css.substring(open + 1, close);
      for (String selector : selectors.split(",", -1)) {
        apply(selector.strip(), rule);
      }
      at = close + 1;
    }
  }

  private void apply(String selector, String rule) {
    if (!selector.startsWith("#")) {
      return;
    }
    Element single = byId.get(selector.substring(1));
    if (single != null) {
      add(single, rule);
    } else if (isPlain(selector) && (looks += size) <= MAX_LOOKS) {
      select(selector).forEach(element -> add(element, rule));
    }
  }

  private static boolean isPlain(String selector) {
    return selector.length() <= MAX_SELECTOR
        && PLAIN.matcher(selector).matches()
        && !PSEUDO.matcher(selector).find();
  }

  private List<Element> select(String selector) {
    try {
      return body.select(selector);
    } catch (Selector.SelectorParseException | IllegalArgumentException unsupported) {
      return List.of();
    }
  }

  private void add(Element element, String rule) {
    declarations.computeIfAbsent(element, e -> new StringBuilder()).append(rule).append(';');
  }

  private static String withoutComments(String css) {
    StringBuilder kept = new StringBuilder(css.length());
    int at = 0;
    for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", at)) {
      kept.append(css, at, open);
      int close = css.indexOf("*/", open + 2);
      if (close < 0) {
        return kept.toString();
      }
      at = close + 2;
    }
    return kept.append(css, at, css.length()).toString();
  }
}
