package dev.platen.parameter.read;

import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What the value of papermill's {@code -p} means: {@code True}, {@code False} and {@code None} in
 * just this spelling, what Python's {@code int()} takes, what its {@code float()} takes, and
 * otherwise text.
 *
 * @see <a href="https://docs.python.org/3/library/functions.html#float">int and float</a>
 */
public final class PapermillValue {
  private static final String DIGITS = "[0-9]+(?:_[0-9]+)*";
  private static final Pattern INT = Pattern.compile("[-+]?" + DIGITS);
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(?:"
              + DIGITS
              + "\\.?(?:"
              + DIGITS
              + ")?|\\."
              + DIGITS
              + ")(?:[eE][-+]?"
              + DIGITS
              + ")?");
  private static final Pattern INFINITE = Pattern.compile("(?i)[-+]?inf(?:inity)?");
  private static final Pattern NAN = Pattern.compile("(?i)[-+]?nan");

  private PapermillValue() {}

  /** The value. */
  public static ParameterValue read(String text) {
    return switch (text) {
      case "True" -> ParameterValue.of(true);
      case "False" -> ParameterValue.of(false);
      case "None" -> NullValue.NULL;
      default -> numberOrText(text);
    };
  }

  private static ParameterValue numberOrText(String text) {
    String number = ascii(PythonBlanks.strip(text));
    if (INT.matcher(number).matches()) {
      return new IntegerValue(new BigInteger(plain(number)));
    } else if (FLOAT.matcher(number).matches()) {
      return ParameterValue.of(Double.parseDouble(plain(number)));
    } else if (INFINITE.matcher(number).matches()) {
      return ParameterValue.of(
          number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return NAN.matcher(number).matches() ? ParameterValue.of(Double.NaN) : ParameterValue.of(text);
  }

  private static String plain(String number) {
    return number.replace("_", "").replaceFirst("^\\+", "");
  }

  /** Python takes the digits of every script. */
  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(ascii::appendCodePoint);
    return ascii.toString();
  }
}
