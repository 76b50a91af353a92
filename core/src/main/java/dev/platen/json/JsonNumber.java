package dev.platen.json;

import java.math.BigInteger;

/**
 * A JSON number: an integer of any size, or a double, which may be NaN or infinite as Python writes
 * them.
 *
 * @param value a {@link Long}, a {@link BigInteger} outside the range of long, or a {@link Double}
 */
public record JsonNumber(Number value) implements JsonValue {
  public JsonNumber {
    if (value instanceof BigInteger big && big.bitLength() < Long.SIZE) {
      value = big.longValue();
    } else if (value instanceof Integer small) {
      value = small.longValue();
    }
    if (!(value instanceof Long || value instanceof BigInteger || value instanceof Double)) {
      throw new IllegalArgumentException("not a JSON number: " + value.getClass());
    }
  }

  public static JsonNumber of(long value) {
    return new JsonNumber(value);
  }

  public static JsonNumber of(double value) {
    return new JsonNumber(value);
  }

  public boolean isInteger() {
    return !(value instanceof Double);
  }

  @Override
  public Kind kind() {
    return Kind.NUMBER;
  }
}
