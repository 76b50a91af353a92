package dev.platen.message.wire;

import dev.platen.hash.HmacSha256;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonWriter;
import dev.platen.message.Header;
import dev.platen.message.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns messages into frames and back: any number of identities, {@code <IDS|MSG>}, the HMAC-SHA256
 * of the next four frames in hex, header, parent header, metadata, content, buffers. Not
 * thread-safe: one per socket thread.
 *
 * @see <a
 *     href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol">The
 *     wire protocol</a>
 */
public final class WireCodec {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNED_FRAMES = 4;

  private final HmacSha256 hmac;
  private byte[] parentFrame = NOTHING;
  private Optional<Header> parent = Optional.empty();

  /**
   * A codec for one connection.
   *
   * @param key the connection file's {@code key}; not empty: unsigned messages are never spoken
   */
  public WireCodec(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a connection needs a key");
    }
    hmac = new HmacSha256(key.getBytes(StandardCharsets.UTF_8));
  }

  /** The frames of a message to a kernel, without identities. */
  public List<byte[]> encode(Message message) {
    List<byte[]> frames = new ArrayList<>(SIGNED_FRAMES + 2 + message.buffers().size());
    frames.add(DELIMITER);
    frames.add(new byte[0]);
    frames.add(JsonWriter.compactBytes(message.header().toJson()));
    frames.add(
        message.parent().map(parent -> JsonWriter.compactBytes(parent.toJson())).orElse(NOTHING));
    frames.add(JsonWriter.compactBytes(message.metadata()));
    frames.add(JsonWriter.compactBytes(message.content()));
    frames.set(1, signature(frames, 2));
    frames.addAll(message.buffers());
    return frames;
  }

  /**
   * The message in the frames.
   *
   * @throws MalformedMessageException if the frames are too few, wrongly signed, or no JSON objects
   */
  public Message decode(List<byte[]> frames) throws MalformedMessageException {
    int delimiter = delimiter(frames);
    int first = delimiter + 2;
    if (frames.size() < first + SIGNED_FRAMES) {
      throw new MalformedMessageException(
          "a message has 4 frames after its signature, this has " + (frames.size() - first));
    }
    if (!MessageDigest.isEqual(signature(frames, first), frames.get(delimiter + 1))) {
      throw new MalformedMessageException("the signature is wrong");
    }
    return new Message(
        Header.parse(object(frames.get(first), "header")),
        parent(frames.get(first + 1)),
        object(frames.get(first + 2), "metadata"),
        object(frames.get(first + 3), "content"),
        frames.subList(first + SIGNED_FRAMES, frames.size()));
  }

  /** Nearly always it is the one of the message before: all that a cell gives has its request's. */
  private Optional<Header> parent(byte[] frame) throws MalformedMessageException {
    if (!Arrays.equals(frame, parentFrame)) {
      JsonObject header = object(frame, "parent header");
      parent = header.isEmpty() ? Optional.empty() : Optional.of(Header.parse(header));
      parentFrame = frame;
    }
    return parent;
  }

  private static int delimiter(List<byte[]> frames) throws MalformedMessageException {
    for (int i = 0; i < frames.size(); i++) {
      if (MessageDigest.isEqual(frames.get(i), DELIMITER)) {
        return i;
      }
    }
    throw new MalformedMessageException("there is no <IDS|MSG> frame");
  }

  private byte[] signature(List<byte[]> frames, int from) {
    List<byte[]> signed = frames.subList(from, from + SIGNED_FRAMES);
    return hmac.sign(signed).getBytes(StandardCharsets.US_ASCII);
  }

  private static JsonObject object(byte[] frame, String what) throws MalformedMessageException {
    if (Arrays.equals(frame, NOTHING)) {
      return JsonObject.EMPTY;
    }
    try {
      if (JsonReader.read(frame) instanceof JsonObject object) {
        return object;
      }
      throw new MalformedMessageException("the " + what + " is no JSON object");
    } catch (JsonSyntaxException e) {
      throw new MalformedMessageException("the " + what + " is no JSON: " + e.getMessage(), e);
    }
  }
}
