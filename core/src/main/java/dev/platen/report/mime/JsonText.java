package dev.platen.report.mime;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.util.Iterator;
import java.util.Map;

/** Lays JSON out for people: what fits into a line stands on one. */
final class JsonText {
  private static final int WIDTH = 88;

  /** What is nested deeper isn't set in any further: it would cost more than it says. */
  private static final int MAX_INDENT = 40;

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(JsonValue value) {
    JsonText layout = new JsonText();
    layout.write(value, 0, WIDTH);
    return layout.text.toString();
  }

  /** Writes a value; {@code room} is what its line has left. */
  private void write(JsonValue value, int indent, int room) {
    if (value instanceof JsonObject object && rest(object, room) < 0) {
      text.append('{');
      Iterator<Map.Entry<String, JsonValue>> members = object.members().entrySet().iterator();
      while (members.hasNext()) {
        Map.Entry<String, JsonValue> member = members.next();
        String key = JsonWriter.compactText(new JsonString(member.getKey()));
        line(indent + 2).append(key).append(": ");
        write(member.getValue(), indent + 2, WIDTH - indent - 4 - key.length());
        text.append(members.hasNext() ? "," : "");
      }
      line(indent).append('}');
    } else if (value instanceof JsonArray array && rest(array, room) < 0) {
      text.append('[');
      Iterator<JsonValue> values = array.values().iterator();
      while (values.hasNext()) {
        line(indent + 2);
        write(values.next(), indent + 2, WIDTH - indent - 2);
        text.append(values.hasNext() ? "," : "");
      }
      line(indent).append(']');
    } else {
      inline(value);
    }
  }

  private StringBuilder line(int indent) {
    return text.append('\n').append(" ".repeat(Math.min(indent, MAX_INDENT)));
  }

  private void inline(JsonValue value) {
    if (value instanceof JsonObject object) {
      String comma = "";
      text.append('{');
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        text.append(comma).append(JsonWriter.compactText(new JsonString(member.getKey())));
        text.append(": ");
        inline(member.getValue());
        comma = ", ";
      }
      text.append('}');
    } else if (value instanceof JsonArray array) {
      String comma = "";
      text.append('[');
      for (JsonValue item : array.values()) {
        text.append(comma);
        inline(item);
        comma = ", ";
      }
      text.append(']');
    } else {
      text.append(scalar(value));
    }
  }

  /** The room left after the value on one line; below 0 if it doesn't fit. It looks no further. */
  private static int rest(JsonValue value, int room) {
    int left = room - 2;
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        if (left < 0) {
          return left;
        }
        left = rest(member.getValue(), left - member.getKey().length() - 4);
      }
    } else if (value instanceof JsonArray array) {
      for (JsonValue item : array.values()) {
        if (left < 0) {
          return left;
        }
        left = rest(item, left - 2);
      }
    } else if (value instanceof JsonString s) {
      left -= s.value().length();
    } else {
      left = room - scalar(value).length();
    }
    return left;
  }

  /** The writer is made for whole documents; most values are numbers. */
  private static String scalar(JsonValue value) {
    return value instanceof JsonNumber number && number.value() instanceof Long whole
        ? whole.toString()
        : JsonWriter.compactText(value);
  }
}
