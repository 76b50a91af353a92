package dev.platen.parameter;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as they are written in Python: {@code 1_000}, {@code 0x1F}, {@code 1e-3}, {@code .5},
 * with a sign or without. No leading zeros: {@code 007} is no number.
 *
 * @see <a href="https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals">numeric
 *     literals</a>
 */
public final class NumberText {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");
  private static final Pattern OTHER_RADIX = Pattern.compile("[-+]?0(?:x[0-9a-f]+|o[0-7]+|b[01]+)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(?:0|[1-9][0-9]*)(?:\\.[0-9]*(?:e[-+]?[0-9]+)?|e[-+]?[0-9]+)"
              + "|[-+]?\\.[0-9]+(?:e[-+]?[0-9]+)?");
  private static final Pattern MISPLACED_UNDERSCORE =
      Pattern.compile("(?<![0-9a-fox])_|_(?![0-9a-f])|(?<=\\.)_|_(?=e[-+])");

  private NumberText() {}

  /** The int or float that the whole text is; empty if it is none. */
  public static Optional<ParameterValue> read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || MISPLACED_UNDERSCORE.matcher(lower).find()) {
      return Optional.empty();
    }
    String number = lower.replace("_", "");
    if (DECIMAL.matcher(number).matches()) {
      return Optional.of(new IntegerValue(new BigInteger(number)));
    }
    if (FLOAT.matcher(number).matches()) {
      return Optional.of(ParameterValue.of(Double.parseDouble(number)));
    }
    return OTHER_RADIX.matcher(number).matches()
        ? Optional.of(new IntegerValue(inOtherRadix(number)))
        : Optional.empty();
  }

  /** NaN or an infinity by its name in Python: {@code nan}, {@code -inf}, {@code Infinity}. */
  public static Optional<ParameterValue> readNonFinite(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> Optional.of(ParameterValue.of(Double.NaN));
      case "inf", "+inf", "infinity", "+infinity" ->
          Optional.of(ParameterValue.of(Double.POSITIVE_INFINITY));
      case "-inf", "-infinity" -> Optional.of(ParameterValue.of(Double.NEGATIVE_INFINITY));
      default -> Optional.empty();
    };
  }

  private static BigInteger inOtherRadix(String number) {
    int letter = number.indexOf('0') + 1;
    int radix =
        switch (number.charAt(letter)) {
          case 'x' -> 16;
          case 'o' -> 8;
          default -> 2;
        };
    BigInteger value = new BigInteger(number.substring(letter + 1), radix);
    return number.startsWith("-") ? value.negate() : value;
  }
}
