package dev.platen.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that stays in its file and is read when it is asked for, again and again. It is held only
 * as long as somebody uses it.
 */
final class Stored {
  /** Bytes at the end of a string that may be anything. */
  private static final int TAIL = 100;

  private final SteadyFile file;
  private final long from;
  private final long to;
  private volatile @Nullable WeakReference<JsonValue> last;

  /**
   * Of a place.
   *
   * @param to exclusive
   */
  Stored(SteadyFile file, long from, long to) {
    this.file = file;
    this.from = from;
    this.to = to;
  }

  /**
   * Reads it.
   *
   * @throws dev.platen.fault.Fault if the file is another by now, or can't be read
   */
  JsonValue value() {
    WeakReference<JsonValue> reference = last;
    JsonValue value = reference == null ? null : reference.get();
    if (value == null) {
      value = read();
      last = new WeakReference<>(value);
    }
    return value;
  }

  private JsonValue read() {
    try {
      Optional<JsonString> plain = plainString();
      return plain.isPresent() ? plain.get() : JsonReader.read(file.part(from, to));
    } catch (IOException e) {
      throw file.lost(e);
    } catch (JsonSyntaxException e) {
      throw new AssertionError("these bytes were read before", e);
    }
  }

  /**
   * The value if it is a string in ASCII in which nothing is escaped, but for a line end: nearly
   * all that is large are images, and this costs a part of the time and of the memory.
   */
  private Optional<JsonString> plainString() throws IOException, JsonSyntaxException {
    try (InputStream part = file.part(from, to)) {
      if (part.read() != '"') {
        return Optional.empty();
      }
      byte[] chars = new byte[Math.toIntExact(to - from - 1)];
      part.readNBytes(chars, 0, chars.length);
      int plain = plainLength(chars);
      if (chars.length - plain > TAIL) {
        return Optional.empty();
      }
      String text = new String(chars, 0, plain, StandardCharsets.ISO_8859_1);
      byte[] tail = new byte[chars.length - plain + 1];
      tail[0] = '"';
      System.arraycopy(chars, plain, tail, 1, tail.length - 1);
      String rest = ((JsonString) JsonReader.read(tail)).value();
      return Optional.of(new JsonString(rest.isEmpty() ? text : text + rest));
    }
  }

  private static int plainLength(byte[] chars) {
    int length = 0;
    while (length < chars.length - 1 && chars[length] > 0 && chars[length] != '\\') {
      length++;
    }
    return length;
  }

  /** The value as a string. */
  JsonString string() {
    return JsonString.onDemand(() -> ((JsonString) value()).value());
  }

  /**
   * The value as an array.
   *
   * @param size the number of its elements
   * @param strings whether all of them are strings
   */
  JsonArray array(int size, boolean strings) {
    return new JsonArray(new StoredList(this, size, strings));
  }

  /** The value as an object. */
  JsonObject object() {
    return new JsonObject(new StoredMap(this));
  }

  Map<String, JsonValue> members() {
    return ((JsonObject) value()).members();
  }
}
