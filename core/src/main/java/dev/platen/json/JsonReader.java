package dev.platen.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one JSON text into values. Takes what Python's json module takes: NaN and Infinity,
 * integers of up to 20,000 digits, the last of two equal keys, half of a surrogate pair (but in a
 * text only, not in a key). Nesting is limited to {@value #MAX_DEPTH} levels, so that no text can
 * exhaust the stack.
 */
public final class JsonReader {
  /** Python's own reader gives up near 1000. */
  static final int MAX_DEPTH = 900;

  /** Converting more would take too long: it costs the square of their number. */
  private static final int MAX_DIGITS = 20_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(MAX_DIGITS)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          .build();

  private JsonReader() {}

  /**
   * Reads UTF-8 (or UTF-16/32 with a byte order mark) to the end of the stream, and closes the
   * stream.
   *
   * @throws JsonSyntaxException if it is not exactly one JSON value
   * @throws IOException if the stream can't be read
   */
  public static JsonValue read(InputStream in) throws IOException, JsonSyntaxException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      return readAll(parser, Set.of());
    } catch (CharConversionException e) {
      throw notText();
    }
  }

  /** Reads UTF-8 bytes, as {@link #read(InputStream)}. */
  public static JsonValue read(byte[] utf8) throws JsonSyntaxException {
    return readWithout(Set.of(), utf8);
  }

  /**
   * Reads UTF-8 bytes, but for some members: they are passed over, which costs a part of the time
   * and no memory.
   *
   * @param skipped the keys that lead to those members from the outermost object, joined by dots
   */
  public static JsonValue readWithout(Set<String> skipped, byte[] utf8) throws JsonSyntaxException {
    try (JsonParser parser = FACTORY.createParser(utf8)) {
      return readAll(parser, skipped);
    } catch (CharConversionException e) {
      throw notText();
    } catch (IOException e) {
      throw new AssertionError("reading memory can't fail", e);
    }
  }

  /** Reads text, as {@link #read(InputStream)}. */
  public static JsonValue read(String text) throws JsonSyntaxException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return readAll(parser, Set.of());
    } catch (IOException e) {
      throw new AssertionError("reading memory can't fail", e);
    }
  }

  private static JsonValue readAll(JsonParser parser, Set<String> skipped)
      throws IOException, JsonSyntaxException {
    try {
      if (parser.nextToken() == null) {
        throw new JsonSyntaxException("the text is empty", 1, 1);
      }
      JsonValue value =
          parser.currentToken() == JsonToken.START_OBJECT
              ? readObject(parser, skipped)
              : readValue(parser);
      if (parser.nextToken() != null) {
        throw at(parser, "there is more after the end of the value");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw at(parser, "it is nested deeper than " + MAX_DEPTH + " levels, or holds a huge number");
    } catch (JsonProcessingException e) {
      var location = e.getLocation();
      int line = location == null ? 1 : location.getLineNr();
      int column = location == null ? 1 : location.getColumnNr();
      throw new JsonSyntaxException(e.getOriginalMessage(), line, column);
    }
  }

  /** Some bytes that can't begin a text are refused before there is a parser. */
  private static JsonSyntaxException notText() {
    return new JsonSyntaxException("the bytes are not text", 1, 1);
  }

  private static JsonSyntaxException at(JsonParser parser, String message) {
    var location = parser.currentLocation();
    return new JsonSyntaxException(message, location.getLineNr(), location.getColumnNr());
  }

  private static JsonValue readValue(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser, Set.of());
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> new JsonString(parser.getText());
      case VALUE_NUMBER_INT -> readInteger(parser);
      case VALUE_NUMBER_FLOAT -> JsonNumber.of(parser.getDoubleValue());
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw new AssertionError("no value starts with " + parser.currentToken());
    };
  }

  private static JsonNumber readInteger(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new JsonNumber(parser.getBigIntegerValue())
        : JsonNumber.of(parser.getLongValue());
  }

  private static JsonObject readObject(JsonParser parser, Set<String> skipped) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (skipped.contains(key)) {
        parser.skipChildren();
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        members.put(key, readObject(parser, inside(key, skipped)));
      } else {
        members.put(key, readValue(parser));
      }
    }
    return new JsonObject(members);
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

  private static JsonArray readArray(JsonParser parser) throws IOException {
    List<JsonValue> values = new ArrayList<>();
    if (parser.nextToken() == JsonToken.VALUE_STRING) {
      PackedStrings strings = readStrings(parser);
      if (parser.currentToken() == JsonToken.END_ARRAY) {
        return new JsonArray(strings);
      }
      values.addAll(strings);
    }
    for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken()) {
      values.add(readValue(parser));
    }
    return new JsonArray(values);
  }

  private static PackedStrings readStrings(JsonParser parser) throws IOException {
    PackedStrings.Builder strings = new PackedStrings.Builder();
    for (; parser.currentToken() == JsonToken.VALUE_STRING; parser.nextToken()) {
      strings.add(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }
    return strings.build();
  }
}
