package dev.platen.kernel.zmq;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/** One client of a {@link ZmtpListener}. */
final class AcceptedConnection {
  private static final int BUFFER = 64 * 1024;
  private static final byte SUBSCRIBE = 1;

  private final SocketChannel channel;
  private final ZmtpListener.Kind kind;
  private final ZmtpListener.Receiver receiver;
  private final Object sending = new Object();
  private volatile boolean subscribed;

  AcceptedConnection(
      SocketChannel channel, ZmtpListener.Kind kind, ZmtpListener.Receiver receiver) {
    this.channel = channel;
    this.kind = kind;
    this.receiver = receiver;
  }

  /** Whether it is a subscriber; subscriptions are to everything. */
  boolean hasSubscribed() {
    return subscribed;
  }

  /** Shakes hands and reads to the connection's end. */
  void run() {
    FrameReader reader = new FrameReader(this::obey, this::receive);
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    try {
      write(Zmtp.greeting());
      write(Zmtp.ready(kind.name(), new byte[0]));
      while (channel.read(buffer.clear()) >= 0) {
        reader.read(buffer.flip());
      }
    } catch (IOException | ZmtpException e) {
      // Who breaks off, or doesn't speak the protocol, is a client no more.
    } finally {
      close();
    }
  }

  /** Sends a message; to a client that has gone, nothing. */
  void send(List<byte[]> frames) {
    try {
      write(Zmtp.message(frames));
    } catch (IOException e) {
      close();
    }
  }

  void close() {
    subscribed = false;
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  private void receive(List<byte[]> frames) {
    if (kind == ZmtpListener.Kind.PUB) {
      byte[] subscription = frames.get(0);
      subscribed = subscription.length > 0 && subscription[0] == SUBSCRIBE;
    } else {
      receiver.accept(frames, this::send);
    }
  }

  private void obey(byte[] command) {
    if (Zmtp.isCommand("PING", command)) {
      try {
        write(Zmtp.pong(command));
      } catch (IOException e) {
        close();
      }
    }
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    synchronized (sending) {
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }
}
