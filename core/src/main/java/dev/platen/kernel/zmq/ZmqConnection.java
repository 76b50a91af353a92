package dev.platen.kernel.zmq;

import dev.platen.kernel.ConnectionInfo;
import dev.platen.message.Channel;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.message.wire.MalformedMessageException;
import dev.platen.message.wire.WireCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The four channels to one kernel. A thread of its own owns the sockets: it sends what others
 * queue, and hands over what arrives. Nothing that arrives is dropped, however much it is; only
 * messages that aren't signed with the connection's key are.
 */
public final class ZmqConnection implements AutoCloseable {
  private record Outgoing(Channel channel, Message message) {}

  /** How long the sockets must be silent after the kernel's end before nothing more is expected. */
  private static final int SILENCE_MILLIS = 50;

  /**
   * In a flood of outputs, messages are let gather: to wake threads for each of them costs more
   * than all that is done with it. The end of a cell is at most so late, and only behind a flood.
   */
  private static final int FLOOD = 32;

  private static final long GATHER_NANOS = 2_000_000;
  private static final int BUFFER = 64 * 1024;

  private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
  private final BiConsumer<Channel, Message> receiver;
  private final Consumer<String> warnings;
  private final WireCodec codec;
  private final Map<Channel, ZmtpSocket> sockets = new EnumMap<>(Channel.class);
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final Selector selector;
  private final Thread thread;
  private int outputsInARow;
  private volatile boolean closed;
  private volatile boolean finishing;

  /**
   * Connects to a kernel that listens already, or soon will.
   *
   * @param receiver takes each message, on the connection's thread, in the order of its channel
   * @param warnings takes a line for each message that was refused
   * @param unintelligible takes what a socket says that isn't the protocol's; nothing more is sent
   *     or expected there
   */
  public ZmqConnection(
      ConnectionInfo info,
      Clock clock,
      BiConsumer<Channel, Message> receiver,
      Consumer<String> warnings,
      Consumer<String> unintelligible) {
    this.receiver = receiver;
    this.warnings = warnings;
    this.codec = new WireCodec(info.key());
    byte[] identity = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    for (Channel channel : Channel.values()) {
      sockets.put(
          channel,
          new ZmtpSocket(
              new ZmtpPeer(info.address(channel), channel == Channel.IOPUB, identity),
              clock,
              frames -> receive(channel, frames),
              what -> unintelligible.accept(channel + ": " + what)));
    }
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.thread = new Thread(this::run, "kernel-connection");
    thread.setDaemon(true);
    thread.start();
  }

  /** Queues a message; it leaves at once, in order. */
  public void send(Channel channel, Message message) {
    outgoing.add(new Outgoing(channel, message));
    selector.wakeup();
  }

  /**
   * Hands over what the ended kernel had still sent, then closes the sockets. Returns when that is
   * done.
   */
  public void finish() {
    finishing = true;
    close();
  }

  /** Closes the sockets. What was queued has left, or the kernel is gone. */
  @Override
  public void close() {
    closed = !finishing;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    int retry = (int) ZmtpSocket.RETRY.toMillis();
    try {
      while (!closed && !finishing) {
        turn(connect() ? 0 : retry);
        if (outputsInARow >= FLOOD) {
          LockSupport.parkNanos(GATHER_NANOS);
        }
      }
      receiveLast();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.values().forEach(ZmtpSocket::close);
      closeSelector();
    }
  }

  /**
   * A kernel opens its sockets one after the other: while one is missing, the next are too.
   *
   * @return whether all are ready
   */
  private boolean connect() {
    boolean ready = true;
    for (ZmtpSocket socket : sockets.values()) {
      if (!socket.connect(selector)) {
        return false;
      }
      ready &= socket.isReady();
    }
    return ready;
  }

  /**
   * Reads what the ended kernel had still sent: to the end of each connection, or to a silence, for
   * the kernel's children may hold them. One turn without anything may be the wake-up's.
   */
  private void receiveLast() throws IOException {
    int silent = 0;
    while (!closed && silent < 2 && sockets.values().stream().anyMatch(ZmtpSocket::isConnected)) {
      silent = turn(SILENCE_MILLIS) == 0 ? silent + 1 : 0;
    }
    sendQueued();
  }

  /**
   * Waits until there is something to send or to read, and does it.
   *
   * @param atMostMillis to wait; 0 = for ever
   * @return how many sockets had something
   */
  private int turn(int atMostMillis) throws IOException {
    int selected = selector.select(atMostMillis);
    sendQueued();
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.attachment() instanceof ZmtpSocket socket) {
        socket.advance(buffer);
      }
    }
    selector.selectedKeys().clear();
    return selected;
  }

  private void closeSelector() {
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sendQueued() {
    for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
      ZmtpSocket socket = Objects.requireNonNull(sockets.get(next.channel()));
      socket.send(codec.encode(next.message()));
      socket.advance(buffer);
    }
  }

  private void receive(Channel channel, List<byte[]> frames) {
    try {
      Message message = codec.decode(frames);
      boolean isOutput = channel == Channel.IOPUB && !message.type().equals(MessageTypes.STATUS);
      outputsInARow = isOutput ? outputsInARow + 1 : 0;
      receiver.accept(channel, message);
    } catch (MalformedMessageException e) {
      warnings.accept("refused a message on " + channel + ": " + e.getMessage());
    }
  }
}
