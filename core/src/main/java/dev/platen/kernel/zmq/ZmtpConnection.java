package dev.platen.kernel.zmq;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection, from its first byte to its last; it never waits. One thread's. */
final class ZmtpConnection implements AutoCloseable {
  /** So that a flood on one channel doesn't hold up the others. */
  private static final int READS = 16;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final FrameReader reader;
  private final boolean subscribes;
  private final Deque<ByteBuffer> handshake = new ArrayDeque<>();
  private @Nullable ZmtpException refusal;
  private boolean isOpen;

  /**
   * Begins to connect.
   *
   * @param attachment of the key in the selector
   * @throws IOException when nobody listens
   */
  ZmtpConnection(
      ZmtpPeer peer, Selector selector, Object attachment, Consumer<List<byte[]>> messages)
      throws IOException {
    boolean isUnix = peer.address() instanceof UnixDomainSocketAddress;
    channel = isUnix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    try {
      channel.configureBlocking(false);
      if (!isUnix) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      }
      int next = channel.connect(peer.address()) ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT;
      key = channel.register(selector, next, attachment);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    subscribes = peer.subscribes();
    reader = new FrameReader(this::obey, messages);
    handshake.add(ByteBuffer.wrap(peer.hello()));
  }

  /** Whether the other side has ended its handshake, so that messages may follow. */
  boolean isReady() {
    return isOpen && handshake.isEmpty();
  }

  /**
   * Reads what has come, and writes what belongs to the handshake.
   *
   * @return false at the connection's end
   * @throws ZmtpException when the other side can't be spoken to
   */
  boolean advance(ByteBuffer buffer) throws IOException, ZmtpException {
    if (!channel.isConnected() && !channel.finishConnect()) {
      return true;
    }
    key.interestOps(SelectionKey.OP_READ);
    boolean more = read(buffer);
    while (!handshake.isEmpty() && write(handshake.element())) {
      handshake.remove();
    }
    return more;
  }

  private boolean read(ByteBuffer buffer) throws IOException, ZmtpException {
    for (int i = 0; i < READS; i++) {
      int count = channel.read(buffer.clear());
      if (count <= 0) {
        return count == 0;
      }
      reader.read(buffer.flip());
      if (refusal != null) {
        throw refusal;
      }
    }
    return true;
  }

  /** Whether all of it could be written; if not, the selector tells when it can go on. */
  boolean write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
    return !bytes.hasRemaining();
  }

  private void obey(byte[] command) {
    if (Zmtp.isCommand("READY", command)) {
      isOpen = true;
      if (subscribes) {
        handshake.add(ByteBuffer.wrap(Zmtp.subscription()));
      }
    } else if (Zmtp.isCommand("PING", command)) {
      handshake.add(ByteBuffer.wrap(Zmtp.pong(command)));
    } else if (Zmtp.isCommand("ERROR", command)) {
      refusal = new ZmtpException("it refuses the connection: " + Zmtp.errorReason(command));
    }
  }

  /** Closes it; the selector forgets it at its next selection. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed all the same, and nothing that was said on it is still awaited.
    }
  }
}
