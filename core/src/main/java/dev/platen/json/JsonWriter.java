package dev.platen.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as UTF-8. {@link #indented} gives the bytes of Python's {@code json.dumps(value,
 * indent=1, sort_keys=True, ensure_ascii=False)}, as nbformat uses it; {@link #readable} the same
 * in the keys' own order; {@link #compact} one line without blanks, in the keys' own order.
 */
public final class JsonWriter {
  /**
   * Python sorts by code point, Java by UTF-16 unit: they differ where a surrogate meets U+E000 to
   * U+FFFF.
   */
  public static final Comparator<String> BY_CODE_POINT = JsonWriter::compareByCodePoint;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
          .build();

  /** From here on, a text is likely an image: it is copied, and looked at once only. */
  private static final int LONG = 4096;

  private final JsonGenerator generator;
  private final boolean sorted;
  private final char[] piece = new char[512];

  private JsonWriter(JsonGenerator generator, boolean sorted) {
    this.generator = generator;
    this.sorted = sorted;
  }

  /** Writes nbformat's form, without a final newline. The stream is neither flushed nor closed. */
  public static void indented(JsonValue value, OutputStream out) throws IOException {
    write(value, out, true);
  }

  /** Writes the indented form in the keys' own order, without a final newline: for people. */
  public static void readable(JsonValue value, OutputStream out) throws IOException {
    write(value, out, false);
  }

  /** Writes one line, without a final newline. The stream is neither flushed nor closed. */
  public static void compact(JsonValue value, OutputStream out) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      new JsonWriter(generator, false).write(value);
    }
  }

  /** The compact form as UTF-8 bytes. */
  public static byte[] compactBytes(JsonValue value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try {
      compact(value, out);
    } catch (IOException e) {
      throw new AssertionError("writing to memory can't fail", e);
    }
    return out.toByteArray();
  }

  /** The compact form as text. */
  public static String compactText(JsonValue value) {
    return new String(compactBytes(value), StandardCharsets.UTF_8);
  }

  private static void write(JsonValue value, OutputStream out, boolean sorted) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      generator.setPrettyPrinter(pythonStyle());
      new JsonWriter(generator, sorted).write(value);
    }
  }

  private static PrettyPrinter pythonStyle() {
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withArrayIndenter(indenter)
        .withObjectIndenter(indenter);
  }

  private void write(JsonValue value) throws IOException {
    switch (value.kind()) {
      case OBJECT -> writeObject((JsonObject) value);
      case ARRAY -> writeArray((JsonArray) value);
      case STRING -> writeString(((JsonString) value).value());
      case NUMBER -> writeNumber(((JsonNumber) value).value());
      case BOOLEAN -> generator.writeBoolean(((JsonBoolean) value).value());
      case NULL -> generator.writeNull();
    }
  }

  private void writeObject(JsonObject object) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<String, JsonValue> member : ordered(object)) {
      escapeWhereNeeded(member.getKey());
      generator.writeFieldName(member.getKey());
      write(member.getValue());
    }
    generator.writeEndObject();
  }

  private Iterable<Map.Entry<String, JsonValue>> ordered(JsonObject object) {
    if (!sorted || object.members().size() < 2) {
      return object.members().entrySet();
    }
    return object.members().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(BY_CODE_POINT))
        .toList();
  }

  private void writeArray(JsonArray array) throws IOException {
    List<JsonValue> values = array.values();
    generator.writeStartArray();
    for (JsonValue value : values) {
      write(value);
    }
    generator.writeEndArray();
  }

  private void writeString(String text) throws IOException {
    if (text.length() >= LONG) {
      // A mere copy; of ASCII it is UTF-8 too.
      byte[] chars = text.getBytes(StandardCharsets.ISO_8859_1);
      if (isPlain(chars)) {
        generator.writeRawUTF8String(chars, 0, chars.length);
        return;
      }
    }
    escapeWhereNeeded(text);
    generator.writeString(text);
  }

  /**
   * Whether this is ASCII that needs no escape. The question mark is left out: it also stands for
   * whatever isn't ISO 8859-1.
   */
  private static boolean isPlain(byte[] chars) {
    for (byte b : chars) {
      if (b < ' ' || b == '"' || b == '\\' || b == '?') {
        return false;
      }
    }
    return true;
  }

  /** UTF-8 has no form for half of a surrogate pair: a text that holds one is written in ASCII. */
  private void escapeWhereNeeded(String text) {
    generator.setHighestNonEscapedChar(hasSurrogate(text) && hasLoneSurrogate(text) ? 0x7f : 0);
  }

  /** By pieces in an array: every text is looked at, images too, and one character at a time. */
  private boolean hasSurrogate(String text) {
    for (int start = 0; start < text.length(); start += piece.length) {
      int length = Math.min(piece.length, text.length() - start);
      text.getChars(start, start + length, piece, 0);
      for (int i = 0; i < length; i++) {
        if (Character.isSurrogate(piece[i])) {
          return true;
        }
      }
    }
    return false;
  }

  private void writeNumber(Number number) throws IOException {
    if (number instanceof Double d) {
      generator.writeNumber(jsonFloat(d));
    } else if (number instanceof BigInteger big) {
      generator.writeNumber(big);
    } else {
      generator.writeNumber(number.longValue());
    }
  }

  private static String jsonFloat(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    return PythonFloat.repr(value);
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static int compareByCodePoint(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? Character.compare(x, y)
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
