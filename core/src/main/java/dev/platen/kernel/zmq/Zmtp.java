package dev.platen.kernel.zmq;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What either side of a ZeroMQ connection writes: the greeting, its READY command and frames, of
 * ZMTP 3.0 with the mechanism NULL.
 *
 * @see <a href="https://rfc.zeromq.org/spec/23/">23/ZMTP</a>
 */
final class Zmtp {
  static final int GREETING = 64;
  static final int MORE = 1;
  static final int LONG = 2;
  static final int COMMAND = 4;

  private static final int SIGNATURE_END = 9;
  private static final int VERSION = 10;
  private static final int MECHANISM = 12;
  private static final int MECHANISM_LENGTH = 20;
  private static final int SHORTEST_LONG = 256;

  private Zmtp() {}

  static byte[] greeting() {
    byte[] greeting = new byte[GREETING];
    greeting[0] = (byte) 0xFF;
    greeting[SIGNATURE_END] = 0x7F;
    greeting[VERSION] = 3;
    byte[] mechanism = ascii("NULL");
    System.arraycopy(mechanism, 0, greeting, MECHANISM, mechanism.length);
    return greeting;
  }

  /**
   * Reads the other side's greeting.
   *
   * @throws ZmtpException if it isn't ZMTP 3, or wants another mechanism
   */
  static void checkGreeting(byte[] greeting) throws ZmtpException {
    if (greeting[0] != (byte) 0xFF || (greeting[SIGNATURE_END] & 1) == 0) {
      throw new ZmtpException("what listens there doesn't speak ZeroMQ");
    }
    if (greeting[VERSION] < 3) {
      throw new ZmtpException("it speaks version " + greeting[VERSION] + " of ZeroMQ, not 3");
    }
    String mechanism =
        new String(greeting, MECHANISM, MECHANISM_LENGTH, StandardCharsets.US_ASCII).strip();
    String name = mechanism.replace("\0", "");
    if (!name.equals("NULL")) {
      throw new ZmtpException("it wants the mechanism " + name + ", not NULL");
    }
  }

  /**
   * The command that ends the handshake.
   *
   * @param socketType {@code DEALER} or {@code SUB} of a client, {@code ROUTER}, {@code PUB} or
   *     {@code REP} of a kernel
   * @param identity by which a ROUTER knows this side; the same on shell and stdin, or a kernel
   *     couldn't ask for input
   */
  static byte[] ready(String socketType, byte[] identity) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    putName(body, "READY");
    putProperty(body, "Socket-Type", ascii(socketType));
    putProperty(body, "Identity", identity);
    return frame(COMMAND, body.toByteArray());
  }

  /** Whether the body of a command is that of the named one. */
  static boolean isCommand(String name, byte[] body) {
    return body.length > name.length()
        && body[0] == name.length()
        && new String(body, 1, name.length(), StandardCharsets.US_ASCII).equals(name);
  }

  /** The answer to a PING, whose context comes back: name, time to live of 2 bytes, context. */
  static byte[] pong(byte[] ping) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    putName(body, "PONG");
    int context = Math.min(ping.length, 1 + "PING".length() + Short.BYTES);
    body.write(ping, context, ping.length - context);
    return frame(COMMAND, body.toByteArray());
  }

  /** The reason in an ERROR command: a length of 1 byte, text. */
  static String errorReason(byte[] error) {
    int start = Math.min(error.length, 1 + "ERROR".length() + 1);
    return new String(error, start, error.length - start, StandardCharsets.US_ASCII);
  }

  /** Subscribes to everything. */
  static byte[] subscription() {
    return frame(0, new byte[] {1});
  }

  /** The frames of one message, one after the other. */
  static byte[] message(List<byte[]> frames) {
    int length = frames.stream().mapToInt(frame -> headerLength(frame.length) + frame.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (int i = 0; i < frames.size(); i++) {
      put(bytes, i < frames.size() - 1 ? MORE : 0, frames.get(i));
    }
    return bytes.array();
  }

  private static byte[] frame(int flags, byte[] body) {
    ByteBuffer bytes = ByteBuffer.allocate(headerLength(body.length) + body.length);
    put(bytes, flags, body);
    return bytes.array();
  }

  private static int headerLength(int length) {
    return length < SHORTEST_LONG ? 2 : 1 + Long.BYTES;
  }

  private static void put(ByteBuffer bytes, int flags, byte[] body) {
    if (body.length < SHORTEST_LONG) {
      bytes.put((byte) flags).put((byte) body.length);
    } else {
      bytes.put((byte) (flags | LONG)).putLong(body.length);
    }
    bytes.put(body);
  }

  private static void putProperty(ByteArrayOutputStream body, String name, byte[] value) {
    putName(body, name);
    body.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
    body.writeBytes(value);
  }

  private static void putName(ByteArrayOutputStream body, String name) {
    body.write(name.length());
    body.writeBytes(ascii(name));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
