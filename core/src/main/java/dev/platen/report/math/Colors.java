package dev.platen.report.math;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Colours, as CSS. Only known names and hexadecimal digits get through. */
final class Colors {
  private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

  /** The names of CSS that people give to colours in formulas, xcolor's and dvips' among them. */
  private static final String CSS =
      """
       black blue brown cyan gray grey green lime magenta olive orange pink purple red teal violet \
      white yellow aqua aquamarine cadetblue chocolate coral crimson darkblue darkcyan darkgray \
      darkgreen darkmagenta darkorange darkred deeppink dodgerblue firebrick forestgreen fuchsia \
      gold goldenrod hotpink indigo khaki lavender lightblue lightgray lightgreen limegreen maroon \
      midnightblue navy olivedrab orangered orchid plum royalblue salmon seagreen silver skyblue \
      slateblue slategray springgreen steelblue tan thistle tomato turquoise yellowgreen \
      """;

  private Colors() {}

  /** Reads a colour, with xcolor's model in brackets or without. */
  static String read(TokenSource source) {
    Optional<List<Token>> model = source.rawOption();
    String color = source.word();
    return switch (model.map(TokenSource::wordOf).orElse("named")) {
      case "named" -> named(color);
      case "HTML" -> hex("#" + color);
      case "rgb" -> numbers(color, 255, 3);
      case "RGB" -> numbers(color, 1, 3);
      case "gray" -> numbers(color, 255, 1);
      default -> throw unknown(color);
    };
  }

  private static String named(String color) {
    return color.startsWith("#") ? hex(color) : name(color.toLowerCase(Locale.ROOT));
  }

  private static String hex(String color) {
    if (!HEX.matcher(color).matches()) {
      throw unknown(color);
    }
    return color.toLowerCase(Locale.ROOT);
  }

  private static String numbers(String color, int scale, int count) {
    String[] parts = color.split(",", -1);
    if (parts.length != count) {
      throw unknown(color);
    }
    StringBuilder hex = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      hex.append(String.format(Locale.ROOT, "%02x", level(parts[i % count], scale)));
    }
    return hex.toString();
  }

  private static int level(String number, int scale) {
    try {
      return (int) Math.max(0, Math.min(255, Math.round(Double.parseDouble(number) * scale)));
    } catch (NumberFormatException e) {
      throw unknown(number);
    }
  }

  private static String name(String color) {
    return switch (color) {
      case "navyblue" -> "navy";
      case "brickred" -> "firebrick";
      case "burntorange" -> "darkorange";
      case "cerulean", "processblue" -> "dodgerblue";
      case "emerald" -> "mediumseagreen";
      case "mahogany", "sepia" -> "saddlebrown";
      case "redorange" -> "orangered";
      case "rubinered", "wildstrawberry" -> "crimson";
      default -> {
        if (!CSS.contains(" " + color + " ")) {
          throw unknown(color);
        }
        yield color;
      }
    };
  }

  private static TexException unknown(String color) {
    return new TexException("a colour '" + color + "'");
  }
}
