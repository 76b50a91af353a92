package dev.platen.report.terminal;

/**
 * Makes colours readable that were chosen for another ground: mixes in black or white until the
 * contrast is that of WCAG 2.2, level AA.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3</a>
 */
final class Readable {
  private static final double CONTRAST = 4.5;
  private static final int STEPS = 20;

  /** The grounds of code and tracebacks in the two themes of the style sheet. */
  private static final TerminalColour LIGHT = TerminalColour.rgb(0xf6, 0xf7, 0xf9);

  private static final TerminalColour DARK = TerminalColour.rgb(0x1b, 0x1f, 0x24);

  private Readable() {}

  static TerminalColour onLight(TerminalColour ink) {
    return adapt(ink, LIGHT, 0);
  }

  static TerminalColour onDark(TerminalColour ink) {
    return adapt(ink, DARK, 255);
  }

  /** Black or white, whichever reads better on the ground. */
  static TerminalColour inkFor(TerminalColour ground) {
    TerminalColour black = TerminalColour.rgb(0, 0, 0);
    TerminalColour white = TerminalColour.rgb(255, 255, 255);
    return contrast(black, ground) > contrast(white, ground) ? black : white;
  }

  private static TerminalColour adapt(TerminalColour ink, TerminalColour ground, int towards) {
    TerminalColour mixed = ink;
    for (int step = 1; step <= STEPS && contrast(mixed, ground) < CONTRAST; step++) {
      double share = (double) step / STEPS;
      mixed =
          TerminalColour.rgb(
              mix(ink.red(), towards, share),
              mix(ink.green(), towards, share),
              mix(ink.blue(), towards, share));
    }
    return mixed;
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static double contrast(TerminalColour a, TerminalColour b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(TerminalColour colour) {
    return 0.2126 * linear(colour.red())
        + 0.7152 * linear(colour.green())
        + 0.0722 * linear(colour.blue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
