package dev.platen.kernel.zmq;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The socket of one channel. It connects as soon as the kernel listens, and anew whenever the
 * connection is lost or stays silent before it is ready; messages wait until it is. One thread's.
 */
final class ZmtpSocket {
  /**
   * ZeroMQ's own libraries wait 30 s, which is most likely how a kernel once took 31 s to start. A
   * kernel answers from a thread that does nothing else: it takes milliseconds.
   */
  private static final Duration HANDSHAKE = Duration.ofSeconds(3);

  /** How often a socket that isn't connected is looked after. */
  static final Duration RETRY = Duration.ofMillis(10);

  /** Who hangs up after the handshake is most likely ending. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ZmtpPeer peer;
  private final Clock clock;
  private final Consumer<List<byte[]>> messages;
  private final Consumer<String> unintelligible;
  private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
  private @Nullable ZmtpConnection connection;
  private Instant patientUntil = Instant.MIN;
  private boolean refused;

  /**
   * A socket that isn't connected yet.
   *
   * @param messages takes the frames of each message
   * @param unintelligible takes what the other side does that isn't the protocol's; nothing more is
   *     tried
   */
  ZmtpSocket(
      ZmtpPeer peer,
      Clock clock,
      Consumer<List<byte[]>> messages,
      Consumer<String> unintelligible) {
    this.peer = peer;
    this.clock = clock;
    this.messages = messages;
    this.unintelligible = unintelligible;
  }

  /** Whether it waits for nobody but the kernel's messages. */
  boolean isReady() {
    return refused || (connection != null && connection.isReady());
  }

  boolean isConnected() {
    return connection != null;
  }

  /**
   * Connects unless it is connected; its key in the selector has this socket attached.
   *
   * @return whether somebody listens
   */
  boolean connect(Selector selector) {
    if (isReady()) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(patientUntil)) {
      return connection != null;
    }
    close();
    if (peer.mayListen()) {
      try {
        connection = new ZmtpConnection(peer, selector, this, messages);
        patientUntil = now.plus(HANDSHAKE);
      } catch (IOException e) {
        // Nobody listens yet. Whoever waits for the kernel knows for how long.
      }
    }
    return connection != null;
  }

  /** Queues a message; {@link #advance} sends it. */
  void send(List<byte[]> frames) {
    waiting.add(ByteBuffer.wrap(Zmtp.message(frames)));
  }

  /**
   * Reads and writes what can be without waiting.
   *
   * @param buffer of the caller's, to read into
   */
  void advance(ByteBuffer buffer) {
    ZmtpConnection current = connection;
    if (current == null) {
      return;
    }
    try {
      if (!current.advance(buffer)) {
        disconnect();
        return;
      }
      while (current.isReady() && !waiting.isEmpty() && current.write(waiting.element())) {
        waiting.remove();
      }
    } catch (IOException e) {
      disconnect();
    } catch (ZmtpException e) {
      disconnect();
      refused = true;
      unintelligible.accept(String.valueOf(e.getMessage()));
    }
  }

  void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  private void disconnect() {
    if (connection != null) {
      patientUntil = clock.instant().plus(connection.isReady() ? PAUSE : RETRY);
    }
    close();
    if (!waiting.isEmpty() && waiting.element().position() > 0) {
      // Half of it is gone: to say the rest, or all of it again, would be wrong.
      waiting.remove();
    }
  }
}
