package dev.platen.parameter.read;

import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Plain scalars as PyYAML's safe loader reads them, dates left as text as papermill does. That is
 * YAML 1.1: {@code yes} is a boolean, {@code 010} is eight, {@code 1:30} is ninety, and {@code
 * 1e-3}, without a dot, is text.
 */
final class YamlScalars implements PlainScalars {
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
  private static final Pattern BOOL =
      Pattern.compile("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
  private static final Pattern INT =
      Pattern.compile(
          "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"
              + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])++");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])++\\.[0-9_]*"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
  private static final BigInteger SIXTY = BigInteger.valueOf(60);

  @Override
  public ParameterValue read(String text) {
    if (NULL.matcher(text).matches()) {
      return NullValue.NULL;
    } else if (BOOL.matcher(text).matches()) {
      return bool(text);
    } else if (INT.matcher(text).matches()) {
      return integer(text);
    } else if (FLOAT.matcher(text).matches()) {
      return number(text);
    } else if (text.equals("=")) {
      throw new IllegalArgumentException("'=' alone has no value in YAML 1.1");
    }
    return ParameterValue.of(text);
  }

  static BooleanValue bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> new BooleanValue(true);
      case "no", "false", "off" -> new BooleanValue(false);
      default -> throw new IllegalArgumentException("'" + text + "' is no boolean");
    };
  }

  static IntegerValue integer(String text) {
    try {
      String digits = withoutSign(text.replace("_", ""));
      BigInteger value = magnitude(digits);
      return new IntegerValue(text.startsWith("-") ? value.negate() : value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no whole number", e);
    }
  }

  private static BigInteger magnitude(String digits) {
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    } else if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    } else if (digits.startsWith("0")) {
      return new BigInteger(digits, 8);
    }
    BigInteger value = BigInteger.ZERO;
    for (String part : digits.split(":", -1)) {
      value = value.multiply(SIXTY).add(new BigInteger(part));
    }
    return value;
  }

  static ParameterValue number(String text) {
    try {
      String digits = withoutSign(text.replace("_", "").toLowerCase(Locale.ROOT));
      double value =
          switch (digits) {
            case ".inf" -> Double.POSITIVE_INFINITY;
            case ".nan" -> Double.NaN;
            default -> sexagesimal(digits);
          };
      return ParameterValue.of(text.startsWith("-") ? -value : value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number", e);
    }
  }

  private static double sexagesimal(String digits) {
    String[] parts = digits.split(":", -1);
    double value = 0;
    double base = 1;
    for (int i = parts.length - 1; i >= 0; i--) {
      value += Double.parseDouble(parts[i]) * base;
      base *= 60;
    }
    return value;
  }

  private static String withoutSign(String text) {
    return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
  }
}
