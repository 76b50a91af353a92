package dev.platen.javakernel;

import dev.platen.kernel.ConnectionInfo;
import dev.platen.kernel.zmq.ZmtpListener;
import dev.platen.kernel.zmq.ZmtpListener.Kind;
import dev.platen.message.Channel;
import dev.platen.message.Message;
import dev.platen.message.wire.MalformedMessageException;
import dev.platen.message.wire.WireCodec;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The kernel's five sockets. */
final class Sockets implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final LinkedBlockingDeque<Request> shell = new LinkedBlockingDeque<>();
  private final LinkedBlockingDeque<Request> control = new LinkedBlockingDeque<>();
  private final Deque<ZmtpListener> listeners = new ArrayDeque<>();
  private final ExecutorService publisher =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "iopub");
            thread.setDaemon(true);
            return thread;
          });
  private final WireCodec codec;
  private final ZmtpListener iopub;

  /**
   * Listens where the connection file says.
   *
   * @throws IOException if an address is taken
   */
  Sockets(ConnectionInfo info) throws IOException {
    codec = new WireCodec(info.key());
    listeners.add(
        new ZmtpListener(
            info.heartbeatAddress(), Kind.REP, (frames, answer) -> answer.accept(frames)));
    iopub = new ZmtpListener(info.address(Channel.IOPUB), Kind.PUB, (frames, answer) -> {});
    listeners.add(iopub);
    // The kernel asks for no input.
    listeners.add(
        new ZmtpListener(info.address(Channel.STDIN), Kind.ROUTER, (frames, answer) -> {}));
    listeners.add(queue(info, Channel.CONTROL, control));
    listeners.add(queue(info, Channel.SHELL, shell));
  }

  /** Requests that wait for one another. */
  LinkedBlockingDeque<Request> shell() {
    return shell;
  }

  /** Requests that don't wait for the cell that runs. */
  LinkedBlockingDeque<Request> control() {
    return control;
  }

  /**
   * Sends to all subscribers, in order, on a thread of its own: a cell's thread may be interrupted,
   * and that would close the connection it writes to.
   */
  void publish(Message message) {
    publisher.execute(() -> iopub.publish(encode(message)));
  }

  /** When all that was published has been sent. */
  @Override
  public void close() throws IOException {
    publisher.shutdown();
    try {
      if (!publisher.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        publisher.shutdownNow();
      }
    } catch (InterruptedException e) {
      publisher.shutdownNow();
    }
    for (ZmtpListener listener : listeners) {
      listener.close();
    }
  }

  private ZmtpListener queue(
      ConnectionInfo info, Channel channel, LinkedBlockingDeque<Request> requests)
      throws IOException {
    return new ZmtpListener(
        info.address(channel), Kind.ROUTER, (frames, answer) -> receive(frames, answer, requests));
  }

  private void receive(
      List<byte[]> frames, Consumer<List<byte[]>> answer, LinkedBlockingDeque<Request> requests) {
    try {
      Message message;
      synchronized (codec) {
        message = codec.decode(frames);
      }
      requests.add(new Request(message, reply -> answer.accept(encode(reply))));
    } catch (MalformedMessageException e) {
      // Whoever can't sign isn't answered either.
    }
  }

  private List<byte[]> encode(Message message) {
    synchronized (codec) {
      return codec.encode(message);
    }
  }
}
