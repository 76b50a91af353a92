package dev.platen.kernel.zmq;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what arrives on one connection into messages. Bytes come in any pieces; a frame in the
 * making takes no more memory than twice what has come of it, whatever length it was announced
 * with.
 */
final class FrameReader {
  private static final int FIRST_CAPACITY = 64 * 1024;
  private static final int LONGEST = Integer.MAX_VALUE - 8;
  private static final int LONGEST_HEADER = 1 + Long.BYTES;

  private final Consumer<byte[]> commands;
  private final Consumer<List<byte[]>> messages;
  private final byte[] start = new byte[Zmtp.GREETING];
  private int startLength;
  private boolean greeted;
  private int flags;
  private byte @Nullable [] body;
  private int bodyLength;
  private int filled;
  private List<byte[]> frames = new ArrayList<>();

  /**
   * Reads one connection from its first byte.
   *
   * @param commands takes the body of each command
   * @param messages takes the frames of each message
   */
  FrameReader(Consumer<byte[]> commands, Consumer<List<byte[]>> messages) {
    this.commands = commands;
    this.messages = messages;
  }

  /**
   * Takes all that is in the buffer.
   *
   * @throws ZmtpException when these bytes aren't ZMTP; the connection is of no use then
   */
  void read(ByteBuffer bytes) throws ZmtpException {
    while (bytes.hasRemaining() || isComplete()) {
      if (body != null) {
        readBody(bytes);
      } else {
        start[startLength++] = bytes.get();
        readStart();
      }
    }
  }

  private boolean isComplete() {
    return body != null && filled == bodyLength;
  }

  private void readStart() throws ZmtpException {
    if (!greeted) {
      if (startLength == Zmtp.GREETING) {
        Zmtp.checkGreeting(start);
        greeted = true;
        startLength = 0;
      }
      return;
    }
    flags = start[0];
    if (startLength == ((flags & Zmtp.LONG) == 0 ? 2 : LONGEST_HEADER)) {
      long length =
          (flags & Zmtp.LONG) == 0
              ? Byte.toUnsignedInt(start[1])
              : ByteBuffer.wrap(start).getLong(1);
      if (length < 0 || length > LONGEST) {
        throw new ZmtpException("it sends a frame of " + Long.toUnsignedString(length) + " bytes");
      }
      bodyLength = (int) length;
      body = new byte[Math.min(bodyLength, FIRST_CAPACITY)];
      filled = 0;
      startLength = 0;
    }
  }

  private void readBody(ByteBuffer bytes) {
    byte[] into = body;
    if (into == null) {
      return;
    }
    if (filled == into.length && filled < bodyLength) {
      into = Arrays.copyOf(into, (int) Math.min(bodyLength, 2L * filled));
      body = into;
    }
    int count = Math.min(bytes.remaining(), into.length - filled);
    bytes.get(into, filled, count);
    filled += count;
    if (filled == bodyLength) {
      body = null;
      take(into);
    }
  }

  private void take(byte[] frame) {
    if ((flags & Zmtp.COMMAND) != 0) {
      commands.accept(frame);
      return;
    }
    frames.add(frame);
    if ((flags & Zmtp.MORE) == 0) {
      List<byte[]> message = frames;
      frames = new ArrayList<>();
      messages.accept(message);
    }
  }
}
