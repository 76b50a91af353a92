package dev.platen.study.ledger;

import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NumberText;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as a person compares them: numbers by value, whatever their type, so that {@code 8},
 * {@code 8.0} and {@code "8"} are one. It tells which trial a run was one of, even after the
 * template declared a parameter otherwise; never whether the run still stands.
 */
final class Loose {
  private static final Object NOTHING = new Object();

  private Loose() {}

  /** An object that is equal to another one's exactly if the values are loosely the same. */
  static Object of(ParameterValue value) {
    return switch (value.kind()) {
      case NULL -> NOTHING;
      case BOOLEAN -> ((BooleanValue) value).value();
      case INTEGER -> whole(((IntegerValue) value).value());
      case FLOAT -> number(((FloatValue) value).value());
      case STRING -> text(((StringValue) value).value());
      case LIST -> list(((ListValue) value).values());
      case MAP -> map(((MapValue) value).entries());
    };
  }

  private static Object whole(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private static Object number(double value) {
    return value == Math.rint(value) && Double.isFinite(value)
        ? Math.abs(value) < 1L << 53
            ? (Object) (long) value
            : whole(new BigDecimal(value).toBigInteger())
        : (Object) value;
  }

  private static Object text(String text) {
    String bare = text.strip();
    return NumberText.read(bare)
        .or(() -> NumberText.readNonFinite(bare))
        .map(Loose::of)
        .orElse(text);
  }

  private static List<Object> list(List<ParameterValue> values) {
    return values.stream().map(Loose::of).toList();
  }

  private static Map<String, Object> map(Map<String, ParameterValue> entries) {
    Map<String, Object> loose = new HashMap<>();
    entries.forEach((key, value) -> loose.put(key, of(value)));
    return loose;
  }
}
