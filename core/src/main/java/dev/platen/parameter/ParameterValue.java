package dev.platen.parameter;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value that a parameter can have, whatever the template's language. Immutable, compared by
 * structure: NaN equals NaN, {@code 1} and {@code 1.0} differ, the order of a map's keys doesn't
 * count.
 */
public sealed interface ParameterValue
    permits NullValue, BooleanValue, IntegerValue, FloatValue, StringValue, ListValue, MapValue {

  /** The seven shapes, for exhaustive switches. */
  enum Kind {
    NULL("None"),
    BOOLEAN("bool"),
    INTEGER("int"),
    FLOAT("float"),
    STRING("str"),
    LIST("list"),
    MAP("dict");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What Python calls it, such as {@code int}; the word that people read in every message. */
    public String word() {
      return word;
    }
  }

  Kind kind();

  /** The value in JSON. NaN and the infinities stay numbers, which only Python's readers take. */
  JsonValue toJson();

  /** One line in the form of Python's {@code repr}, such as {@code [8, 8]} or {@code 'relu'}. */
  default String display() {
    return PythonRepr.of(this);
  }

  static ParameterValue of(boolean value) {
    return new BooleanValue(value);
  }

  static ParameterValue of(long value) {
    return new IntegerValue(BigInteger.valueOf(value));
  }

  static ParameterValue of(double value) {
    return new FloatValue(value);
  }

  static ParameterValue of(String value) {
    return new StringValue(value);
  }

  /** The value that {@link #toJson} made this JSON of. */
  static ParameterValue of(JsonValue json) {
    return switch (json.kind()) {
      case NULL -> NullValue.NULL;
      case BOOLEAN -> of(((JsonBoolean) json).value());
      case NUMBER -> ofNumber(((JsonNumber) json).value());
      case STRING -> of(((JsonString) json).value());
      case ARRAY ->
          new ListValue(((JsonArray) json).values().stream().map(ParameterValue::of).toList());
      case OBJECT -> {
        Map<String, ParameterValue> entries = new LinkedHashMap<>();
        ((JsonObject) json).members().forEach((key, value) -> entries.put(key, of(value)));
        yield new MapValue(entries);
      }
    };
  }

  private static ParameterValue ofNumber(Number number) {
    if (number instanceof Double d) {
      return of(d.doubleValue());
    }
    return number instanceof BigInteger big ? new IntegerValue(big) : of(number.longValue());
  }
}
