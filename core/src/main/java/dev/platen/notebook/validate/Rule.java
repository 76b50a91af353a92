package dev.platen.notebook.validate;

import dev.platen.fault.Issue;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.List;

/** What a JSON value must be. Immutable. */
@FunctionalInterface
interface Rule {
  /** Adds everything that is wrong with the value, and below it. */
  void check(JsonValue value, Place at, List<Issue> found);

  /** Says that the value isn't what it must be: {@code must be a string, not null}. */
  static void refuse(String wanted, JsonValue value, Place at, List<Issue> found) {
    found.add(new Issue(at.toString(), "must be " + wanted + ", not " + describe(value)));
  }

  private static String describe(JsonValue value) {
    return switch (value.kind()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> quoted(((JsonString) value).value());
      case NUMBER -> String.valueOf(((JsonNumber) value).value());
      case BOOLEAN -> String.valueOf(((JsonBoolean) value).value());
      case NULL -> "null";
    };
  }

  private static String quoted(String text) {
    String line = text.replace('\n', ' ');
    return "'" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "'";
  }
}
