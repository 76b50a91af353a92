package dev.platen.report.terminal;

/**
 * A colour of a terminal: the default, one of the sixteen that the theme decides, or a fixed one.
 *
 * @param code -1 for the default, 0 to 15 for the theme's, else {@code 0x1000000 + 0xrrggbb}
 */
record TerminalColour(int code) {
  static final TerminalColour DEFAULT = new TerminalColour(-1);

  private static final int FIXED = 0x1000000;

  /** Levels of the six steps of each primary in the 256-colour cube. */
  private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

  /** Colour of the palette of 256; the default if there is none of that number. */
  static TerminalColour indexed(int index) {
    if (index < 0 || index > 255) {
      return DEFAULT;
    }
    if (index < 16) {
      return new TerminalColour(index);
    }
    if (index < 232) {
      int step = index - 16;
      return rgb(CUBE[step / 36], CUBE[step / 6 % 6], CUBE[step % 6]);
    }
    int grey = 8 + 10 * (index - 232);
    return rgb(grey, grey, grey);
  }

  /** A colour of its own; each part is cut to 0 to 255. */
  static TerminalColour rgb(int red, int green, int blue) {
    return new TerminalColour(FIXED | part(red) << 16 | part(green) << 8 | part(blue));
  }

  private static int part(int value) {
    return Math.max(0, Math.min(255, value));
  }

  boolean isDefault() {
    return code < 0;
  }

  /** Whether the theme decides how it looks. */
  boolean isThemed() {
    return code >= 0 && code < 16;
  }

  /** Whether it is itself in any theme. */
  boolean isFixed() {
    return code >= FIXED;
  }

  /** The intense one of a base colour. */
  TerminalColour bright() {
    return code >= 0 && code < 8 ? new TerminalColour(code + 8) : this;
  }

  int red() {
    return code >> 16 & 0xff;
  }

  int green() {
    return code >> 8 & 0xff;
  }

  int blue() {
    return code & 0xff;
  }

  /** {@code #rrggbb} of a fixed colour. */
  String css() {
    return String.format("#%06x", code & 0xffffff);
  }
}
