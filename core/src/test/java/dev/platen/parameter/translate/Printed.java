package dev.platen.parameter.translate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the values that the programs {@code print.*} wrote, in ASCII that every language can write:
 * {@code n} for nothing, {@code t} and {@code f}, {@code i12}, {@code d1.5}, text in hexadecimal as
 * {@code s} and UTF-8 or {@code w} and UTF-16, {@code [a,b]}, <code>{key:value}</code>.
 */
final class Printed {
  private final String text;
  private int at;

  private Printed(String text) {
    this.text = text;
  }

  static ParameterValue read(String text) {
    Printed printed = new Printed(text);
    ParameterValue value = printed.value();
    if (printed.at != text.length()) {
      throw new IllegalArgumentException("at " + printed.at + " of " + text);
    }
    return value;
  }

  private ParameterValue value() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'n' -> NullValue.NULL;
      case 't' -> ParameterValue.of(true);
      case 'f' -> ParameterValue.of(false);
      case 'i' -> new IntegerValue(new BigInteger(word()));
      case 'd' -> new FloatValue(number(word()));
      case 's' -> new StringValue(new String(HexFormat.of().parseHex(word()), UTF_8));
      case 'w' -> new StringValue(utf16(HexFormat.of().parseHex(word())));
      case '[' -> list();
      case '{' -> map();
      default -> throw new IllegalArgumentException("'" + kind + "' in " + text);
    };
  }

  /** Java's own decoder would mend halves of surrogate pairs. */
  private static String utf16(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 2) {
      out.append((char) ((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
    }
    return out.toString();
  }

  private static double number(String word) {
    return switch (word) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(word);
    };
  }

  private ListValue list() {
    List<ParameterValue> values = new ArrayList<>();
    while (text.charAt(at) != ']') {
      values.add(value());
      skipComma();
    }
    at++;
    return new ListValue(values);
  }

  private MapValue map() {
    Map<String, ParameterValue> entries = new LinkedHashMap<>();
    while (text.charAt(at) != '}') {
      String key = ((StringValue) value()).value();
      at++;
      entries.put(key, value());
      skipComma();
    }
    at++;
    return new MapValue(entries);
  }

  private void skipComma() {
    if (text.charAt(at) == ',') {
      at++;
    }
  }

  private String word() {
    int start = at;
    while (at < text.length() && ",:]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }
}
