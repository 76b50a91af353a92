package dev.platen.study.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them: with no more digits than the uncertainty leaves them, two of its
 * own.
 *
 * @param unit the power of ten of the last digit that is shown
 */
public record NumberWords(int unit) {
  /** Digits of a number of which nothing says how sure it is. */
  private static final int DIGITS = 4;

  /** Digits of an uncertainty. */
  private static final int UNSURE_DIGITS = 2;

  /** An uncertainty so far below the number is of its own rounding. */
  private static final double NOISE = 1e-12;

  /** Beyond these, numbers are written with an exponent. */
  private static final int SMALLEST_UNIT = -9;

  private static final int LARGEST_EXPONENT = 12;

  /**
   * For numbers that are sure up to {@code uncertainty}.
   *
   * @param uncertainty a standard deviation or an interval's half; when it is 0 or none, the digits
   *     are those of {@code size}
   */
  public static NumberWords of(double uncertainty, double size) {
    boolean unsure = Double.isFinite(uncertainty) && uncertainty > NOISE * Math.abs(size);
    double leading = unsure ? uncertainty : size;
    if (!Double.isFinite(leading) || leading == 0) {
      return new NumberWords(0);
    }
    int digits = unsure ? UNSURE_DIGITS : DIGITS;
    return new NumberWords(exponent(leading, digits) - digits + 1);
  }

  /** A number that stands alone. */
  public static String alone(double value) {
    return alone(value, DIGITS);
  }

  /** A number that stands alone, with so many digits at most unless it is whole. */
  public static String alone(double value, int digits) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    if (!Double.isFinite(value)) {
      return new NumberWords(0).say(value);
    }
    return trimmed(new NumberWords(exponent(value, digits) - digits + 1).say(value));
  }

  public String say(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(-unit, RoundingMode.HALF_EVEN);
    if (rounded.signum() == 0) {
      return unit < SMALLEST_UNIT || unit >= 0 ? "0" : rounded.abs().toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return unit < SMALLEST_UNIT || exponent >= LARGEST_EXPONENT
        ? String.format(Locale.ROOT, "%." + Math.max(0, exponent - unit) + "e", value)
        : rounded.toPlainString();
  }

  /** Such as {@code 0.020 to 0.062}. */
  public String say(Interval interval) {
    return say(interval.low()) + " to " + say(interval.high());
  }

  /** The power of ten of the first digit, once rounded to so many. */
  private static int exponent(double value, int digits) {
    BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(digits));
    return rounded.precision() - rounded.scale() - 1;
  }

  /** Without the zeros at the end of a fraction. */
  private static String trimmed(String number) {
    return number.replaceFirst("(\\.[0-9]*?)0+(?=e|$)", "$1").replaceFirst("\\.(?=e|$)", "");
  }
}
