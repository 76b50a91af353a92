package dev.platen.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles in the form of Python's {@code repr}: the fewest digits that read back as the same value,
 * an exponent below 1e-4 and from 1e16 on.
 *
 * @see <a href="https://docs.python.org/3/library/functions.html#repr">repr</a>
 */
public final class PythonFloat {
  private PythonFloat() {}

  /**
   * For example {@code 0.1}, {@code 1e-05}, {@code 1e+16}, {@code 100000.0}, {@code nan}, {@code
   * -inf}.
   */
  public static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0.0" : "-0.0";
    }
    String java = NumberOutput.toString(value, true);
    double size = Math.abs(value);
    if (size >= 1e-3 && size < 1e7) {
      return java; // the range in which both languages write plain decimals
    }
    BigDecimal decimal = shortest(new BigDecimal(java).stripTrailingZeros().abs(), size);
    String digits = decimal.unscaledValue().toString();
    int exponent = digits.length() - decimal.scale() - 1;
    return (value < 0 ? "-" : "")
        + (exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : plain(decimal));
  }

  /** Java wants two digits at least, and may choose two where one alone tells the value. */
  private static BigDecimal shortest(BigDecimal decimal, double size) {
    if (decimal.precision() != 2) {
      return decimal;
    }
    BigDecimal one = new BigDecimal(size).round(new MathContext(1, RoundingMode.HALF_EVEN));
    return one.doubleValue() == size ? one.stripTrailingZeros() : decimal;
  }

  private static String plain(BigDecimal decimal) {
    String text = decimal.toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power = String.valueOf(Math.abs(exponent));
    return digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + (power.length() < 2 ? "0" + power : power);
  }
}
