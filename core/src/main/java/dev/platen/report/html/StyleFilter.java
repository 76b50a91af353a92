package dev.platen.report.html;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Keeps of an inline style what paints and aligns, and nothing that moves things over others or
 * loads.
 */
final class StyleFilter {
  private static final Set<String> KEPT =
      Set.of(
          "color",
          "background-color",
          "background",
          "opacity",
          "font-weight",
          "font-style",
          "font-size",
          "font-family",
          "font-variant",
          "text-align",
          "text-decoration",
          "text-transform",
          "vertical-align",
          "white-space",
          "width",
          "min-width",
          "max-width",
          "height",
          "max-height",
          "padding",
          "padding-left",
          "padding-right",
          "padding-top",
          "padding-bottom",
          "margin",
          "margin-left",
          "margin-right",
          "margin-top",
          "margin-bottom",
          "border",
          "border-left",
          "border-right",
          "border-top",
          "border-bottom",
          "border-color",
          "border-style",
          "border-width",
          "border-collapse",
          "border-radius",
          "display",
          "list-style-type",
          "line-height",
          "letter-spacing");

  private static final Set<String> FUNCTIONS =
      Set.of("", "rgb", "rgba", "hsl", "hsla", "linear-gradient", "calc");

  private StyleFilter() {}

  /** The declarations that are let through, the last of each property; in their order. */
  static Map<String, String> filter(String style) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String declaration : style.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = declaration.substring(colon + 1).strip();
        if (KEPT.contains(property) && isPlain(property, value)) {
          kept.put(property, value);
        }
      }
    }
    return kept;
  }

  /**
   * Whether a filtered style supposes the light page of its author: it paints the ground, or its
   * ink can't be adapted to a dark one.
   */
  static boolean paints(Map<String, String> filtered) {
    String ink = filtered.get("color");
    return filtered.containsKey("background-color")
        || filtered.containsKey("background")
        || (ink != null && Colour.parse(ink).isEmpty());
  }

  private static boolean isPlain(String property, String value) {
    if (value.isEmpty() || value.length() > 400) {
      return false;
    }
    if (property.startsWith("margin") && value.indexOf('-') >= 0) {
      return false;
    }
    int word = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean inWord = c == '-' || (c < 0x80 && Character.isLetterOrDigit(c));
      if (c == '(' && !FUNCTIONS.contains(value.substring(word, i).toLowerCase(Locale.ROOT))) {
        return false;
      }
      if (!inWord && " ,.%#()!'\"+*".indexOf(c) < 0) {
        return false;
      }
      word = inWord ? word : i + 1;
    }
    return true;
  }
}
