package dev.platen.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

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
    // The smallest subnormal is the one value for which Java keeps a digit that isn't needed.
    String shortest =
        Math.abs(value) == Double.MIN_VALUE
            ? "5E-324"
            : NumberOutput.toString(Math.abs(value), true);
    BigDecimal decimal = new BigDecimal(shortest).stripTrailingZeros();
    String digits = decimal.unscaledValue().toString();
    int exponent = digits.length() - decimal.scale() - 1;
    return (value < 0 ? "-" : "")
        + (exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : plain(decimal));
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
