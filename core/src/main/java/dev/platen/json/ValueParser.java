package dev.platen.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes values of what a parser finds. */
final class ValueParser {
  /** What is shorter costs less in memory than the note where it stands in the file. */
  static final int LONG = 1000;

  private static final long NOWHERE = -1;

  private final JsonParser parser;
  private final @Nullable SteadyFile file;
  private final int deep;
  private final int tolerated;

  /** All values come into memory. */
  ValueParser(JsonParser parser) {
    this.parser = parser;
    this.file = null;
    this.deep = Integer.MAX_VALUE;
    this.tolerated = Integer.MAX_VALUE;
  }

  /**
   * Long strings and arrays of strings stay in the file that the parser reads; from a depth on all
   * that is long.
   *
   * @param tolerated the length up to which it comes into memory all the same
   */
  ValueParser(JsonParser parser, SteadyFile file, int deep, int tolerated) {
    this.parser = parser;
    this.file = file;
    this.deep = deep;
    this.tolerated = tolerated;
  }

  /**
   * The value that begins with the parser's token.
   *
   * @param skipped the keys of members that are passed over, joined by dots
   */
  JsonValue outermost(Set<String> skipped) throws IOException {
    return parser.currentToken() == JsonToken.START_OBJECT ? object(1, skipped) : value(1);
  }

  private JsonValue value(int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(depth, Set.of());
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> string();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> JsonNumber.of(parser.getDoubleValue());
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw new AssertionError("no value starts with " + parser.currentToken());
    };
  }

  private JsonNumber integer() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new JsonNumber(parser.getBigIntegerValue())
        : JsonNumber.of(parser.getLongValue());
  }

  private JsonString string() throws IOException {
    long start = start();
    // Its length is known before there is a text.
    return start != NOWHERE && stays(start, parser.getTextLength())
        ? stored(start).string()
        : new JsonString(parser.getText());
  }

  private JsonObject object(int depth, Set<String> skipped) throws IOException {
    long start = depth >= deep ? start() : NOWHERE;
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (skipped.contains(key)) {
        parser.skipChildren();
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        members.put(key, object(depth + 1, inside(key, skipped)));
      } else {
        members.put(key, value(depth + 1));
      }
    }
    return stays(start, end() - start)
        ? stored(start).object()
        : new JsonObject(new OwnMap(members));
  }

  private static Set<String> inside(String key, Set<String> skipped) {
    if (skipped.isEmpty()) {
      return skipped;
    }
    String prefix = key + ".";
    Set<String> inside = Set.of();
    for (String path : skipped) {
      if (path.startsWith(prefix)) {
        inside = inside.isEmpty() ? new HashSet<>() : inside;
        inside.add(path.substring(prefix.length()));
      }
    }
    return inside;
  }

  private JsonArray array(int depth) throws IOException {
    long start = start();
    List<JsonValue> values = new ArrayList<>();
    if (parser.nextToken() == JsonToken.VALUE_STRING) {
      PackedStrings.Builder strings = new PackedStrings.Builder();
      int passed = strings(start, strings);
      if (stays(start, strings.length())) {
        boolean all = parser.currentToken() == JsonToken.END_ARRAY;
        int size = strings.size() + passed + countOthers(depth);
        return stored(start).array(size, all);
      }
      PackedStrings packed = strings.build();
      if (parser.currentToken() == JsonToken.END_ARRAY) {
        return new JsonArray(packed);
      }
      values.addAll(packed);
    }
    for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken()) {
      values.add(value(depth + 1));
    }
    return depth >= deep && stays(start, end() - start)
        ? stored(start).array(values.size(), false)
        : new JsonArray(values);
  }

  /** Collects strings until they are so long that they stay in the file; counts those after. */
  private int strings(long start, PackedStrings.Builder strings) throws IOException {
    int passed = 0;
    for (; parser.currentToken() == JsonToken.VALUE_STRING; parser.nextToken()) {
      if (stays(start, strings.length())) {
        passed++;
      } else {
        strings.add(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      }
    }
    return passed;
  }

  /** What follows strings that stay in the file; it is looked at as any value. */
  private int countOthers(int depth) throws IOException {
    int others = 0;
    for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken()) {
      value(depth + 1);
      others++;
    }
    return others;
  }

  /** Where the token begins, if what it begins may stay there; UTF-16 has no such places. */
  private long start() {
    return file == null ? NOWHERE : parser.currentTokenLocation().getByteOffset();
  }

  private long end() {
    return file == null ? NOWHERE : parser.currentLocation().getByteOffset();
  }

  private boolean stays(long start, long length) {
    return start != NOWHERE && length > tolerated;
  }

  /** What begins there and ends where the parser is. */
  private Stored stored(long start) {
    if (file == null) {
      throw new IllegalStateException("there is no file");
    }
    return new Stored(file, start, end());
  }
}
