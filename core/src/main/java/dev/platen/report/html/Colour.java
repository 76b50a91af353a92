package dev.platen.report.html;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An opaque colour, and what it takes to read it on the grounds of the two themes: black or white
 * is mixed in until the contrast is that of WCAG 2.2, level AA.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3</a>
 */
public record Colour(int red, int green, int blue) {
  private static final double CONTRAST = 4.5;
  private static final int STEPS = 20;

  private static final Colour BLACK = new Colour(0, 0, 0);
  private static final Colour WHITE = new Colour(255, 255, 255);

  /** The grounds of code and tracebacks in the style sheet. */
  private static final Colour LIGHT = new Colour(0xf6, 0xf7, 0xf9);

  private static final Colour DARK = new Colour(0x1b, 0x1f, 0x24);

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("black", "000000"),
          Map.entry("white", "ffffff"),
          Map.entry("red", "ff0000"),
          Map.entry("darkred", "8b0000"),
          Map.entry("crimson", "dc143c"),
          Map.entry("maroon", "800000"),
          Map.entry("orange", "ffa500"),
          Map.entry("yellow", "ffff00"),
          Map.entry("green", "008000"),
          Map.entry("darkgreen", "006400"),
          Map.entry("lime", "00ff00"),
          Map.entry("teal", "008080"),
          Map.entry("blue", "0000ff"),
          Map.entry("darkblue", "00008b"),
          Map.entry("navy", "000080"),
          Map.entry("purple", "800080"),
          Map.entry("magenta", "ff00ff"),
          Map.entry("gray", "808080"),
          Map.entry("grey", "808080"));

  /** Each part is cut to 0 to 255. */
  public Colour {
    red = cut(red);
    green = cut(green);
    blue = cut(blue);
  }

  private static int cut(int part) {
    return Math.max(0, Math.min(255, part));
  }

  /** Reads {@code #rgb}, {@code #rrggbb} or a common name; empty for other ways to say a colour. */
  static Optional<Colour> parse(String css) {
    String text = css.strip().toLowerCase(Locale.ROOT);
    String hex = text.startsWith("#") ? text.substring(1) : NAMES.getOrDefault(text, "");
    if (hex.length() == 3) {
      hex = hex.replaceAll("(.)", "$1$1");
    }
    if (!hex.matches("[0-9a-f]{6}")) {
      return Optional.empty();
    }
    int rgb = Integer.parseInt(hex, 16);
    return Optional.of(new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
  }

  /** {@code #rrggbb}. */
  public String css() {
    return String.format("#%06x", red << 16 | green << 8 | blue);
  }

  /**
   * Style declarations for text of this colour on the theme's own ground. The element needs the
   * class {@code fx} too, by which the style sheet takes the one that its theme can show.
   */
  public String themed() {
    return "--l:" + readable(LIGHT, BLACK).css() + ";--d:" + readable(DARK, WHITE).css();
  }

  /** Black or white, whichever reads better on this. */
  public Colour ink() {
    return contrast(BLACK) > contrast(WHITE) ? BLACK : WHITE;
  }

  /** This colour, or what is nearest to it and can be read on the ground. */
  public Colour on(Colour ground) {
    return readable(ground, ground.ink());
  }

  private Colour readable(Colour ground, Colour towards) {
    Colour mixed = this;
    for (int step = 1; step <= STEPS && mixed.contrast(ground) < CONTRAST; step++) {
      double share = (double) step / STEPS;
      mixed =
          new Colour(
              mix(red, towards.red, share),
              mix(green, towards.green, share),
              mix(blue, towards.blue, share));
    }
    return mixed;
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private double contrast(Colour other) {
    double first = luminance();
    double second = other.luminance();
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
