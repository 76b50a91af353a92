package dev.platen.kernel.zmq;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A socket that a kernel listens at. Each connection has a reading thread of its own; any thread
 * may send. Who doesn't read what is sent to him holds up the sender.
 */
public final class ZmtpListener implements AutoCloseable {
  /** The kernel's side of a channel, as ZeroMQ names it. */
  public enum Kind {
    /** Answers each request on the connection that brought it. */
    ROUTER,
    /** Sends to all that have subscribed. */
    PUB,
    /** As {@code ROUTER}, for clients that wait for each answer. */
    REP
  }

  /** Takes the messages that arrive, on the thread of their connection. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * Takes a message.
     *
     * @param answer sends to whoever sent this
     */
    void accept(List<byte[]> frames, Consumer<List<byte[]>> answer);
  }

  private final Kind kind;
  private final Receiver receiver;
  private final ServerSocketChannel server;
  private final Set<AcceptedConnection> connections = ConcurrentHashMap.newKeySet();

  /**
   * Listens.
   *
   * @param address of TCP or of a Unix socket
   * @throws IOException if the address can't be had
   */
  public ZmtpListener(SocketAddress address, Kind kind, Receiver receiver) throws IOException {
    this.kind = kind;
    this.receiver = receiver;
    server =
        address instanceof UnixDomainSocketAddress
            ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            : ServerSocketChannel.open();
    try {
      server.bind(address);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    start("listener-" + kind, this::listen);
  }

  /** Sends to every subscriber. */
  public void publish(List<byte[]> frames) {
    for (AcceptedConnection connection : connections) {
      if (connection.hasSubscribed()) {
        connection.send(frames);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    connections.forEach(AcceptedConnection::close);
  }

  private void listen() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        AcceptedConnection connection = new AcceptedConnection(channel, kind, receiver);
        connections.add(connection);
        start(
            "connection-" + kind,
            () -> {
              connection.run();
              connections.remove(connection);
            });
      } catch (IOException e) {
        // Closed, or one client that went away before it was let in: the next is asked for.
      }
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
