package dev.platen.report.terminal;

import dev.platen.report.terminal.TextStyle.Mark;
import java.util.ArrayList;
import java.util.List;

/** Applies SGR parameters, the {@code 1;31} of {@code ESC[1;31m}, to a style. */
final class GraphicRendition {
  private static final int MAX_PARAMETERS = 64;

  /** Changes nothing. */
  private static final String UNKNOWN = "999";

  private final int[] parameters;
  private int next;

  private GraphicRendition(int[] parameters) {
    this.parameters = parameters;
  }

  /** The style after the parameters; unknown ones change nothing. */
  static TextStyle apply(String parameters, TextStyle style) {
    GraphicRendition rendition = new GraphicRendition(parse(withoutColons(parameters)));
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
      case 58 -> withoutUnderlineColour(style);
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

  /** Its numbers mustn't be taken for renditions. */
  private TextStyle withoutUnderlineColour(TextStyle style) {
    extended(TerminalColour.DEFAULT);
    return style;
  }

  private int take() {
    return next < parameters.length ? parameters[next++] : 0;
  }

  /**
   * With colons, a colour and the shape of a line are one parameter: {@code 38:2::255:0:0}, where
   * the name of a colour space may stand before the colours, and {@code 4:3}.
   */
  private static String withoutColons(String text) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    List<String> plain = new ArrayList<>();
    for (String parameter : text.split(";", MAX_PARAMETERS)) {
      String[] parts = parameter.split(":", -1);
      int last = parts.length - 1;
      boolean colour = parts[0].equals("38") || parts[0].equals("48");
      if (last == 0) {
        plain.add(parameter);
      } else if (colour && parts[1].equals("5") && last >= 2) {
        plain.add(String.join(";", parts[0], "5", parts[2]));
      } else if (colour && parts[1].equals("2") && last >= 4) {
        int red = last == 4 ? 2 : 3;
        plain.add(String.join(";", parts[0], "2", parts[red], parts[red + 1], parts[red + 2]));
      } else if (parts[0].equals("4")) {
        plain.add(parts[1].equals("0") ? "24" : "4");
      }
    }
    // Nothing at all would be a reset.
    return plain.isEmpty() ? UNKNOWN : String.join(";", plain);
  }

  /** An empty parameter is 0. */
  private static int[] parse(String text) {
    int[] values = new int[MAX_PARAMETERS];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ';') {
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
