package dev.platen.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
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
      return readAll(parser, new ValueParser(parser), Set.of());
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
      return readAll(parser, new ValueParser(parser), skipped);
    } catch (CharConversionException e) {
      throw notText();
    } catch (IOException e) {
      throw new AssertionError("reading memory can't fail", e);
    }
  }

  /**
   * Reads a file, as {@link #read(InputStream)}, of which only the frame comes into memory: long
   * strings, long arrays of strings, and whatever is long and lies deep stay in the file, and are
   * read when they are asked for.
   *
   * <p>Whoever asks for them gets a {@link dev.platen.fault.Fault} if the file isn't as it was.
   *
   * @param file stays open as long as the value is used; its position doesn't matter
   * @param name of the file, as people know it, for faults
   * @param deep the depth from which on objects and arrays stay in the file if they are long; the
   *     outermost has 1
   */
  public static JsonValue readFrame(FileChannel file, String name, int deep)
      throws IOException, JsonSyntaxException {
    return readFrame(file, name, deep, ValueParser.LONG);
  }

  static JsonValue readFrame(FileChannel file, String name, int deep, int tolerated)
      throws IOException, JsonSyntaxException {
    SteadyFile steady = new SteadyFile(file, name);
    try (JsonParser parser = FACTORY.createParser(steady.whole())) {
      return readAll(parser, new ValueParser(parser, steady, deep, tolerated), Set.of());
    } catch (CharConversionException e) {
      throw notText();
    }
  }

  /** Reads text, as {@link #read(InputStream)}. */
  public static JsonValue read(String text) throws JsonSyntaxException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return readAll(parser, new ValueParser(parser), Set.of());
    } catch (IOException e) {
      throw new AssertionError("reading memory can't fail", e);
    }
  }

  private static JsonValue readAll(JsonParser parser, ValueParser values, Set<String> skipped)
      throws IOException, JsonSyntaxException {
    try {
      if (parser.nextToken() == null) {
        throw new JsonSyntaxException("the text is empty", 1, 1);
      }
      JsonValue value = values.outermost(skipped);
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
}
