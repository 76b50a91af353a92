package dev.platen.report.terminal;

import dev.platen.report.html.Colour;
import dev.platen.report.terminal.TextStyle.Mark;

/** Styled text as text again, with the control sequences for its styles. */
final class RenditionText implements Screen {
  private final StringBuilder out;
  private TextStyle current = TextStyle.PLAIN;

  RenditionText(StringBuilder out) {
    this.out = out;
  }

  @Override
  public void put(String text, int from, int to, TextStyle style) {
    if (!style.link().equals(current.link())) {
      out.append("\u001b]8;;").append(style.link()).append('\u0007');
    }
    if (!style.equals(current)) {
      out.append("\u001b[0");
      for (Mark mark : style.marks()) {
        out.append(';').append(number(mark));
      }
      colour(style.ink(), 38);
      colour(style.ground(), 48);
      out.append('m');
      current = style;
    }
    out.append(text, from, to);
  }

  private void colour(TerminalColour colour, int command) {
    Colour fixed = colour.fixed();
    if (colour.isThemed()) {
      out.append(';').append(command).append(";5;").append(colour.theme());
    } else if (fixed != null) {
      out.append(';').append(command).append(";2;").append(fixed.red());
      out.append(';').append(fixed.green()).append(';').append(fixed.blue());
    }
  }

  private static int number(Mark mark) {
    return switch (mark) {
      case BOLD -> 1;
      case FAINT -> 2;
      case ITALIC -> 3;
      case UNDERLINE -> 4;
      case INVERSE -> 7;
      case CONCEALED -> 8;
      case STRIKE -> 9;
    };
  }
}
