package dev.platen.study.compare;

import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * Values as the page's data has them: numbers, texts and booleans as they are; what isn't there is
 * null; {@code {"n": "nan"}} for NaN and the infinities, which JSON has no form for; {@code {"t":
 * "[1, 2]"}} for all else, as Python writes it.
 */
final class DataValues {
  /** Up to here JavaScript's numbers are exact. */
  private static final int EXACT_BITS = 53;

  private DataValues() {}

  static JsonValue of(@Nullable ParameterValue value) {
    if (value == null) {
      return JsonNull.NULL;
    } else if (value instanceof StringValue text) {
      return text(text.value());
    } else if (value instanceof BooleanValue flag) {
      return JsonBoolean.of(flag.value());
    } else if (value instanceof FloatValue number) {
      return number(number.value());
    } else if (value instanceof IntegerValue whole && whole.value().bitLength() <= EXACT_BITS) {
      return JsonNumber.of(whole.value().longValue());
    }
    return other(value.display());
  }

  static JsonValue of(@Nullable MetricValue value) {
    if (value instanceof MetricValue.Numeric number) {
      return number(number.value());
    } else if (value instanceof MetricValue.Flag flag) {
      return JsonBoolean.of(flag.value());
    } else if (value instanceof MetricValue.Text text) {
      return text(text.value());
    }
    return value == null ? JsonNull.NULL : other("a table");
  }

  static JsonValue number(double value) {
    if (Double.isFinite(value)) {
      return JsonNumber.of(value);
    }
    String word = Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    return JsonObject.build(o -> o.put("n", word));
  }

  private static JsonValue text(String text) {
    return new JsonString(ShortText.of(text, ShortText.DATA));
  }

  private static JsonValue other(String words) {
    return JsonObject.build(o -> o.put("t", ShortText.of(words, ShortText.DATA)));
  }
}
