package dev.platen.notebook.validate;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rules from which those of nbformat are made. */
final class Rules {
  static final Rule ANYTHING = (value, at, found) -> {};
  static final Rule STRING = that("a string", JsonString.class::isInstance);
  static final Rule BOOLEAN = that("true or false", JsonBoolean.class::isInstance);
  static final Rule ANY_OBJECT = that("an object", JsonObject.class::isInstance);
  static final Rule ANY_ARRAY = that("an array", JsonArray.class::isInstance);
  static final Rule STRINGS = listOf(STRING);

  /** A text, whole or cut into lines. */
  static final Rule LINES =
      (value, at, found) -> {
        if (!(value instanceof JsonArray lines)) {
          that("a string or an array of strings", JsonString.class::isInstance)
              .check(value, at, found);
        } else if (lines.text().isEmpty()) {
          STRINGS.check(value, at, found);
        }
      };

  private Rules() {}

  static Rule that(String wanted, Predicate<JsonValue> test) {
    return (value, at, found) -> {
      if (!test.test(value)) {
        Rule.refuse(wanted, value, at, found);
      }
    };
  }

  /** A whole number that fits into 32 bits, as Jupyter's counters do. */
  static Rule integer(int from) {
    return that("an integer from " + from + " on", value -> isInteger(value, from));
  }

  static Rule integerOrNull(int from) {
    return that(
        "an integer from " + from + " on, or null",
        value -> value instanceof JsonNull || isInteger(value, from));
  }

  private static boolean isInteger(JsonValue value, int from) {
    return value instanceof JsonNumber number
        && number.value() instanceof Long n
        && n >= from
        && n <= Integer.MAX_VALUE;
  }

  static Rule listOf(Rule element) {
    return (value, at, found) -> {
      if (!(value instanceof JsonArray array)) {
        Rule.refuse("an array", value, at, found);
        return;
      }
      List<JsonValue> values = array.values();
      for (int i = 0; i < values.size(); i++) {
        element.check(values.get(i), at.index(i), found);
      }
    };
  }

  /** An object of any keys, whose values follow the rule of their key. */
  static Rule mapOf(Function<String, Rule> valueOf) {
    return (value, at, found) -> {
      if (!(value instanceof JsonObject object)) {
        Rule.refuse("an object", value, at, found);
        return;
      }
      object
          .members()
          .forEach((key, member) -> valueOf.apply(key).check(member, at.key(key), found));
    };
  }

  /** An object whose shape depends on one of its members, which must be one of the names. */
  static Rule choice(String key, Map<String, Rule> byName) {
    Rule name =
        that(
            "one of " + String.join(", ", byName.keySet()),
            value -> value instanceof JsonString s && byName.containsKey(s.value()));
    ObjectRule discriminator = ObjectRule.EMPTY.required(key, name);
    return (value, at, found) -> {
      Rule rule = value instanceof JsonObject o ? byName.get(o.text(key)) : null;
      (rule == null ? discriminator : rule).check(value, at, found);
    };
  }
}
