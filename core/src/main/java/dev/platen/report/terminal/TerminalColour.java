package dev.platen.report.terminal;

import dev.platen.report.html.Colour;
import org.jspecify.annotations.Nullable;

/**
 * A colour of a terminal: the default, one of the sixteen that the theme decides, or a fixed one.
 *
 * @param theme 0 to 15 for the theme's, else -1
 * @param fixed a colour of its own, else null
 */
record TerminalColour(int theme, @Nullable Colour fixed) {
  static final TerminalColour DEFAULT = new TerminalColour(-1, null);

  /** Levels of the six steps of each primary in the 256-colour cube. */
  private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

  /** Colour of the palette of 256; the default if there is none of that number. */
  static TerminalColour indexed(int index) {
    if (index < 0 || index > 255) {
      return DEFAULT;
    }
    if (index < 16) {
      return new TerminalColour(index, null);
    }
    if (index < 232) {
      int step = index - 16;
      return rgb(CUBE[step / 36], CUBE[step / 6 % 6], CUBE[step % 6]);
    }
    int grey = 8 + 10 * (index - 232);
    return rgb(grey, grey, grey);
  }

  static TerminalColour rgb(int red, int green, int blue) {
    return new TerminalColour(-1, new Colour(red, green, blue));
  }

  boolean isThemed() {
    return theme >= 0;
  }

  /** The intense one of a base colour. */
  TerminalColour bright() {
    return theme >= 0 && theme < 8 ? new TerminalColour(theme + 8, null) : this;
  }
}
