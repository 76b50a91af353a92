package dev.platen.parameter.format;

import dev.platen.json.PythonFloat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers as Python's {@code format()} does. */
final class NumberFormat {
  private static final int DEFAULT_PRECISION = 6;

  private NumberFormat() {}

  static String integer(BigInteger value, FormatSpec spec) throws FormatProblem {
    String digits = value.abs().toString();
    String prefix = "";
    int group = 3;
    switch (spec.type()) {
      case "", "d", "n" -> {}
      case "b", "o", "x", "X" -> {
        int radix = spec.type().equals("b") ? 2 : spec.type().equals("o") ? 8 : 16;
        digits = value.abs().toString(radix);
        prefix = spec.alternate() ? "0" + spec.type() : "";
        digits = spec.type().equals("X") ? digits.toUpperCase(Locale.ROOT) : digits;
        group = 4;
      }
      case "c" -> {
        return letter(value, spec);
      }
      case "e", "E", "f", "F", "g", "G", "%" -> {
        return number(value.doubleValue(), spec);
      }
      default -> throw notFor("an int", spec);
    }
    if (spec.precision() >= 0) {
      throw new FormatProblem(
          "an int has no precision", "leave ." + spec.precision() + " out, or write it as :.2f");
    }
    return assembled(value.signum() < 0, prefix, digits, "", group, spec);
  }

  private static String letter(BigInteger value, FormatSpec spec) throws FormatProblem {
    if (value.signum() < 0 || value.compareTo(BigInteger.valueOf(Character.MAX_CODE_POINT)) > 0) {
      throw new FormatProblem(value + " is no character's number", "write it as :d");
    }
    String letter = Character.toString(value.intValue());
    return spec.padded("", letter, spec.align().isEmpty() ? "<" : spec.align());
  }

  static String number(double value, FormatSpec spec) throws FormatProblem {
    boolean negative = value < 0 || (value == 0 && 1 / value < 0);
    boolean upper = spec.type().matches("[EFG]");
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String word = Double.isNaN(value) ? "nan" : "inf";
      String tail = spec.type().equals("%") ? "%" : "";
      return assembled(negative, "", upper ? word.toUpperCase(Locale.ROOT) : word, tail, 0, spec);
    }
    BigDecimal size = new BigDecimal(Math.abs(value));
    int precision = spec.precision() < 0 ? DEFAULT_PRECISION : spec.precision();
    String text =
        switch (spec.type()) {
          case "f", "F" -> fixed(size, precision, spec.alternate());
          case "%" -> fixed(hundredfold(value), precision, spec.alternate());
          case "e", "E" -> scientific(size, precision, spec.alternate());
          case "g", "G", "n" -> general(size, precision, 0, spec.alternate());
          case "" ->
              spec.precision() < 0
                  ? PythonFloat.repr(Math.abs(value))
                  : withPoint(general(size, precision, 1, spec.alternate()));
          default -> throw notFor("a float", spec);
        };
    text = upper ? text.toUpperCase(Locale.ROOT) : text;
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    String tail = text.substring(end) + (spec.type().equals("%") ? "%" : "");
    return assembled(negative, "", text.substring(0, end), tail, 3, spec);
  }

  /** The double nearest to a hundred times the value, as Python multiplies. */
  private static BigDecimal hundredfold(double value) {
    double hundredfold = Math.abs(value) * 100;
    return new BigDecimal(Double.isInfinite(hundredfold) ? Double.MAX_VALUE : hundredfold);
  }

  private static String fixed(BigDecimal size, int precision, boolean point) {
    String text = size.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return precision == 0 && point ? text + "." : text;
  }

  private static String scientific(BigDecimal size, int precision, boolean point) {
    if (size.signum() == 0) {
      return fixed(size, precision, point) + "e+00";
    }
    BigDecimal rounded = size.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = fixed(rounded.movePointLeft(exponent), precision, point);
    String power = String.valueOf(Math.abs(exponent));
    return mantissa + (exponent < 0 ? "e-" : "e+") + (power.length() < 2 ? "0" + power : power);
  }

  /**
   * @param stricter by how many digits earlier the scientific form sets in
   */
  private static String general(BigDecimal size, int wanted, int stricter, boolean keepZeros) {
    int precision = Math.max(1, wanted);
    BigDecimal rounded = size.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = size.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    boolean isScientific = exponent < -4 || exponent >= precision - stricter;
    String text =
        isScientific
            ? scientific(size, precision - 1, keepZeros)
            : fixed(rounded, Math.max(0, precision - 1 - exponent), keepZeros);
    if (keepZeros) {
      return text;
    }
    int e = text.indexOf('e');
    String mantissa = e < 0 ? text : text.substring(0, e);
    String shortened = mantissa.indexOf('.') < 0 ? mantissa : mantissa.replaceFirst("\\.?0+$", "");
    return shortened + (e < 0 ? "" : text.substring(e));
  }

  private static String withPoint(String text) {
    return text.matches("\\d+") ? text + ".0" : text;
  }

  private static String assembled(
      boolean negative, String prefix, String digits, String tail, int group, FormatSpec spec)
      throws FormatProblem {
    String sign = negative ? "-" : spec.sign().equals("-") ? "" : spec.sign();
    String head = sign + prefix;
    String alignment = spec.align().isEmpty() ? (spec.zeros() ? "=" : ">") : spec.align();
    if (spec.grouping().isEmpty() || group == 0) {
      return spec.padded(head, digits + tail, alignment);
    }
    if (group == 4 && spec.grouping().equals(",")) {
      throw new FormatProblem("',' groups decimal digits only", "write '_'");
    }
    String grouped = grouped(digits, group, spec.grouping());
    boolean zeros = alignment.equals("=") && spec.fill().equals("0");
    while (zeros && head.length() + grouped.length() + tail.length() < spec.width()) {
      digits = "0" + digits;
      grouped = grouped(digits, group, spec.grouping());
    }
    return spec.padded(head, grouped + tail, alignment);
  }

  private static String grouped(String digits, int group, String separator) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % group == 0) {
        out.append(separator);
      }
      out.append(digits.charAt(i));
    }
    return out.toString();
  }

  private static FormatProblem notFor(String what, FormatSpec spec) {
    return new FormatProblem(
        "':" + spec.type() + "' is no form for " + what, "write it as :d, :.2f or :e");
  }
}
