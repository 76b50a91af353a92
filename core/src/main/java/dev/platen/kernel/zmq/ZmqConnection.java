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
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * The four channels to one kernel. A thread of its own owns the sockets: it sends what others
 * queue, and hands over what arrives. Nothing that arrives is dropped, however much it is; only
 * frames that aren't signed with the connection's key are.
 */
public final class ZmqConnection implements AutoCloseable {
  private record Outgoing(Channel channel, Message message) {}

  private static final int RECONNECT_MILLIS = 10;

  /** So that a flood on one channel doesn't hold up what is to be sent. */
  private static final int BATCH = 500;

  /** How long the sockets must be silent after the kernel's end before nothing more is expected. */
  private static final int SILENCE_MILLIS = 50;

  /**
   * In a flood of outputs, messages are let gather: to wake three threads for each of them costs
   * more than all that is done with it. The end of a cell is at most so late, and only behind a
   * flood.
   */
  private static final int FLOOD = 32;

  private static final long GATHER_NANOS = 2_000_000;

  private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
  private final BiConsumer<Channel, Message> receiver;
  private final Consumer<String> warnings;
  private final WireCodec codec;
  private final ZContext context = new ZContext(1);
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final Pipe wake;
  private final Thread thread;
  private int outputsInARow;
  private volatile boolean closed;
  private volatile boolean finishing;

  /**
   * Connects to a kernel that listens already, or soon will.
   *
   * @param receiver takes each message, on the connection's thread, in the order of its channel
   * @param warnings takes a line for each message that was refused
   */
  public ZmqConnection(
      ConnectionInfo info, BiConsumer<Channel, Message> receiver, Consumer<String> warnings) {
    this.receiver = receiver;
    this.warnings = warnings;
    this.codec = new WireCodec(info.key());
    try {
      this.wake = Pipe.open();
      wake.source().configureBlocking(false);
    } catch (IOException e) {
      context.close();
      throw new UncheckedIOException(e);
    }
    this.thread = new Thread(() -> run(info), "kernel-connection");
    thread.setDaemon(true);
    thread.start();
  }

  /** Queues a message; it leaves at once, in order. */
  public void send(Channel channel, Message message) {
    outgoing.add(new Outgoing(channel, message));
    wakeUp();
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
    wakeUp();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wakeUp() {
    try {
      wake.sink().write(ByteBuffer.wrap(new byte[1]));
    } catch (ClosedChannelException e) {
      // The connection is over: there is nobody to wake, and nobody to send to.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(ConnectionInfo info) {
    try (ZMQ.Poller poller = context.createPoller(Channel.values().length + 1)) {
      for (Channel channel : Channel.values()) {
        ZMQ.Socket socket = connect(info, channel);
        sockets.put(channel, socket);
        poller.register(socket, ZMQ.Poller.POLLIN);
      }
      poller.register(wake.source(), ZMQ.Poller.POLLIN);
      boolean silent = false;
      while (!closed && !(finishing && silent)) {
        silent = poller.poll(finishing ? SILENCE_MILLIS : -1) == 0;
        sendQueued();
        sockets.forEach(this::receiveBatch);
        if (outputsInARow >= FLOOD) {
          LockSupport.parkNanos(GATHER_NANOS);
        }
      }
      sendQueued();
    } finally {
      context.close();
      closePipe();
    }
  }

  private void closePipe() {
    try {
      wake.sink().close();
      wake.source().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ZMQ.Socket connect(ConnectionInfo info, Channel channel) {
    ZMQ.Socket socket =
        context.createSocket(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER);
    socket.setLinger(0);
    socket.setReceiveTimeOut(0);
    socket.setRcvHWM(0);
    socket.setSndHWM(0);
    socket.setReconnectIVL(RECONNECT_MILLIS);
    info.curve()
        .ifPresent(
            keys -> {
              // As Jupyter's clients do: the connection file's pair serves both sides.
              socket.setCurveServerKey(ZMQ.Curve.z85Decode(keys.publicKey()));
              socket.setCurvePublicKey(ZMQ.Curve.z85Decode(keys.publicKey()));
              socket.setCurveSecretKey(ZMQ.Curve.z85Decode(keys.secretKey()));
            });
    if (channel == Channel.IOPUB) {
      socket.subscribe(new byte[0]);
    }
    socket.connect(info.endpoint(channel));
    return socket;
  }

  private void sendQueued() {
    drainWakeUps();
    for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
      ZMQ.Socket socket = Objects.requireNonNull(sockets.get(next.channel()));
      List<byte[]> frames = codec.encode(next.message());
      for (int i = 0; i < frames.size(); i++) {
        socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
      }
    }
  }

  private void drainWakeUps() {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    try {
      while (wake.source().read(bytes) > 0) {
        bytes.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receiveBatch(Channel channel, ZMQ.Socket socket) {
    for (int i = 0; i < BATCH; i++) {
      byte[] frame = socket.recv();
      if (frame == null) {
        return;
      }
      List<byte[]> frames = new ArrayList<>();
      frames.add(frame);
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      receive(channel, frames);
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
