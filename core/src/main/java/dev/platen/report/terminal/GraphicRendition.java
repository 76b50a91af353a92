package dev.platen.report.terminal;

import dev.platen.report.terminal.TextStyle.Mark;

/** Applies SGR parameters, the {@code 1;31} of {@code ESC[1;31m}, to a style. */
final class GraphicRendition {
  private static final int MAX_PARAMETERS = 64;

  private final int[] parameters;
  private int next;

  private GraphicRendition(int[] parameters) {
    this.parameters = parameters;
  }

  /** The style after the parameters; unknown ones change nothing. */
  static TextStyle apply(String parameters, TextStyle style) {
    GraphicRendition rendition = new GraphicRendition(parse(parameters));
    TextStyle result = style;
    while (rendition.next < rendition.parameters.length) {
      result = rendition.step(result);
    }
    return result;
  }

  private TextStyle step(TextStyle style) {
    int code = parameters[next++];
    return switch (code) {
      case 0 -> TextStyle.PLAIN.withLink(style.link());
      case 1, 5 -> style.with(Mark.BOLD);
      case 2 -> style.with(Mark.FAINT);
      case 3 -> style.with(Mark.ITALIC);
      case 4, 21 -> style.with(Mark.UNDERLINE);
      case 7 -> style.with(Mark.INVERSE);
      case 8 -> style.with(Mark.CONCEALED);
      case 9 -> style.with(Mark.STRIKE);
      case 22 -> style.without(Mark.BOLD, Mark.FAINT);
      case 23 -> style.without(Mark.ITALIC);
      case 24 -> style.without(Mark.UNDERLINE);
      case 27 -> style.without(Mark.INVERSE);
      case 28 -> style.without(Mark.CONCEALED);
      case 29 -> style.without(Mark.STRIKE);
      case 38 -> style.withInk(extended(style.ink()));
      case 39 -> style.withInk(TerminalColour.DEFAULT);
      case 48 -> style.withGround(extended(style.ground()));
      case 49 -> style.withGround(TerminalColour.DEFAULT);
      default -> coloured(code, style);
    };
  }

  private static TextStyle coloured(int code, TextStyle style) {
    int unit = code % 10;
    if (unit > 7) {
      return style;
    }
    return switch (code / 10) {
      case 3 -> style.withInk(TerminalColour.indexed(unit));
      case 4 -> style.withGround(TerminalColour.indexed(unit));
      case 9 -> style.withInk(TerminalColour.indexed(unit + 8));
      case 10 -> style.withGround(TerminalColour.indexed(unit + 8));
      default -> style;
    };
  }

  /** The colour after 38 or 48: {@code 5;n} or {@code 2;r;g;b}. */
  private TerminalColour extended(TerminalColour otherwise) {
    int mode = take();
    if (mode == 5) {
      return TerminalColour.indexed(take());
    }
    return mode == 2 ? TerminalColour.rgb(take(), take(), take()) : otherwise;
  }

  private int take() {
    return next < parameters.length ? parameters[next++] : 0;
  }

  /** An empty parameter is 0; colons part as semicolons do. */
  private static int[] parse(String text) {
    int[] values = new int[MAX_PARAMETERS];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ';' || c == ':') {
        if (count == MAX_PARAMETERS) {
          break;
        }
        count++;
      } else if (c >= '0' && c <= '9') {
        values[count - 1] = Math.min(values[count - 1] * 10 + (c - '0'), 100_000);
      }
    }
    return java.util.Arrays.copyOf(values, count);
  }
}
