package dev.platen.report.math;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TeX's lengths, as CSS lengths in em. */
final class Length {
  private static final int LONGEST = 20;
  private static final BigDecimal MOST = BigDecimal.valueOf(30);

  private Length() {}

  /** The width of a command that is nothing but space; null if it isn't one. */
  static @Nullable String ofCommand(String name) {
    return switch (name) {
      case ",", "thinspace" -> "0.1667em";
      case ":", ">", "medspace" -> "0.2222em";
      case ";", "thickspace" -> "0.2778em";
      case "!", "negthinspace" -> "-0.1667em";
      case "negmedspace" -> "-0.2222em";
      case "negthickspace" -> "-0.2778em";
      case " ", "space", "nobreakspace" -> "0.3333em";
      case "enspace", "enskip" -> "0.5em";
      case "quad" -> "1em";
      case "qquad" -> "2em";
      default -> null;
    };
  }

  /**
   * Reads such as {@code 2pt} or {@code -.5em}, a pt being a tenth of an em.
   *
   * @return a CSS length, within thirty em
   */
  static String parse(String text) {
    if (text.length() > LONGEST) {
      throw new TexException("a length of too many digits");
    }
    int unit = 0;
    while (unit < text.length() && "+-.0123456789".indexOf(text.charAt(unit)) >= 0) {
      unit++;
    }
    try {
      BigDecimal em = new BigDecimal(text.substring(0, unit)).multiply(em(text.substring(unit)));
      return em(em.min(MOST).max(MOST.negate()));
    } catch (NumberFormatException e) {
      throw new TexException("no length: '" + text + "'");
    }
  }

  /** Reads a length that stands without braces, as after {@code \kern}. */
  static String read(TokenSource source) {
    if (source.peekInk().is("{")) {
      return parse(source.word());
    }
    StringBuilder text = new StringBuilder();
    while (isNumeric(source.peekInk())) {
      text.append(source.next().text());
    }
    for (int i = 0; i < 2; i++) {
      text.append(TokenSource.wordOf(List.of(source.nextInk())));
    }
    return parse(text.toString());
  }

  private static boolean isNumeric(Token token) {
    return token.isDigit() || token.is(".") || token.is("-") || token.is("+");
  }

  private static BigDecimal em(String unit) {
    return new BigDecimal(
        switch (unit) {
          case "em" -> "1";
          case "ex" -> "0.431";
          case "mu" -> "0.05556";
          case "pt", "bp" -> "0.1";
          case "px" -> "0.0625";
          case "pc" -> "1.2";
          case "mm" -> "0.2845";
          case "cm" -> "2.845";
          case "in" -> "7.227";
          default -> throw new TexException("a unit '" + unit + "'");
        });
  }

  private static String em(BigDecimal length) {
    return length.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "em";
  }
}
