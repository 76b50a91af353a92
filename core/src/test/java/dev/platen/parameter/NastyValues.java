package dev.platen.parameter;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that are likely to come out wrong, the same ones for the same seed. */
public final class NastyValues {
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "\"\"\"",
          "'''",
          "\\",
          "\\\\",
          "\\n",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\0",
          "\u001b",
          "\u007f",
          "\u0085",
          "\u00a0",
          "é",
          "ÿ",
          "\u0100",
          "€",
          "\u2028",
          "\ufeff",
          "\u202e",
          "שלום",
          "😀",
          "\udbff\udfff",
          "\ud800",
          "\udfff",
          "\\u0041",
          "\\x",
          "\\N{DASH}",
          "{x}",
          "%s",
          "$x",
          "`",
          "#",
          ";",
          "\"; import os; \"",
          "\n__import__('os')\n",
          "a",
          " ",
          "");

  private final Random random;

  public NastyValues(long seed) {
    this.random = new Random(seed);
  }

  public ParameterValue next() {
    return next(4);
  }

  private ParameterValue next(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> NullValue.NULL;
      case 1 -> ParameterValue.of(random.nextBoolean());
      case 2 -> new IntegerValue(integer());
      case 3 -> ParameterValue.of(number());
      case 4, 5 -> ParameterValue.of(text());
      case 6 -> list(depth - 1);
      default -> map(depth - 1);
    };
  }

  private BigInteger integer() {
    BigInteger magnitude =
        new BigInteger(random.nextInt(20) == 0 ? 20_000 : random.nextInt(100), random);
    return random.nextBoolean() ? magnitude : magnitude.negate();
  }

  private double number() {
    return switch (random.nextInt(8)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> Double.NEGATIVE_INFINITY;
      case 3 -> random.nextBoolean() ? -0.0 : Double.MIN_VALUE;
      case 4 -> random.nextInt(1_000_000) / 1000.0;
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      if (random.nextInt(4) == 0) {
        text.append(character());
      }
    }
    return text.toString();
  }

  /** Any that this Java knows, so that its idea of what is printable is also Python's. */
  private char character() {
    char c = (char) random.nextInt(0x10000);
    return Character.isDefined(c) ? c : 'x';
  }

  private ListValue list(int depth) {
    List<ParameterValue> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(next(depth));
    }
    return new ListValue(values);
  }

  private MapValue map(int depth) {
    Map<String, ParameterValue> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.put(text(), next(depth));
    }
    return new MapValue(entries);
  }
}
