package penguins;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures in SVG. */
public final class Plots {
  private static final Map<String, String> COLOURS =
      Map.of("Adelie", "#d95f02", "Chinstrap", "#7570b3", "Gentoo", "#1b9e77");

  private Plots() {}

  /** The held-out birds by their bills; a ring marks one that was taken for another species. */
  public static String bills(List<Model.Guess> guesses) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 640 400' width='640' height='400'")
        .append(" font-family='sans-serif' font-size='13'><title>Bills of the held-out birds</title>")
        .append("<rect width='640' height='400' fill='#fff'/>");
    for (int mm = 35; mm <= 60; mm += 5) {
      line(svg, x(mm), 20, x(mm), 350);
      text(svg, x(mm), 368, "middle", mm + "");
    }
    for (int mm = 13; mm <= 22; mm += 3) {
      line(svg, 50, y(mm), 620, y(mm));
      text(svg, 42, y(mm) + 4, "end", mm + "");
    }
    text(svg, 335, 392, "middle", "bill length in mm");
    text(svg, 50, 14, "start", "bill depth in mm");
    for (Model.Guess guess : guesses) {
      double x = x(guess.bird().billLength());
      double y = y(guess.bird().billDepth());
      String colour = COLOURS.getOrDefault(guess.bird().species(), "#666");
      circle(svg, x, y, 4, "fill='" + colour + "' fill-opacity='0.8'");
      if (!guess.right()) {
        circle(svg, x, y, 8, "fill='none' stroke='#c00' stroke-width='2'");
      }
    }
    int at = 0;
    for (String species : List.of("Adelie", "Chinstrap", "Gentoo")) {
      circle(svg, 70 + at, 36, 5, "fill='" + COLOURS.get(species) + "'");
      text(svg, 80 + at, 40, "start", species);
      at += 95;
    }
    return svg.append("</svg>").toString();
  }

  private static double x(double length) {
    return 50 + (length - 32) / 30 * 570;
  }

  private static double y(double depth) {
    return 350 - (depth - 12) / 11 * 330;
  }

  private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#ddd'/>",
            x1, y1, x2, y2));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' text-anchor='%s' fill='#333'>%s</text>",
            x, y, anchor, text));
  }

  private static void circle(StringBuilder svg, double x, double y, double r, String style) {
    svg.append(
        String.format(Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='%.0f' %s/>", x, y, r, style));
  }
}
