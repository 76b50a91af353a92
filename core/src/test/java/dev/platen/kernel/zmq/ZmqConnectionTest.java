package dev.platen.kernel.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonObject;
import dev.platen.kernel.ConnectionInfo;
import dev.platen.kernel.ConnectionInfo.Transport;
import dev.platen.message.Channel;
import dev.platen.message.Message;
import dev.platen.message.MessageFactory;
import dev.platen.message.wire.MalformedMessageException;
import dev.platen.message.wire.WireCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A connection whose other side is four sockets of the test's own. */
class ZmqConnectionTest {
  private static final String KEY = "the connection's key";

  /** The system's clock, which the test can put forward. */
  private static final class HandClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void advance(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private final HandClock clock = new HandClock();

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<String> unintelligible = new CopyOnWriteArrayList<>();

  private static Message message(String type) {
    return new MessageFactory("kernel", Clock.systemUTC()).create(type, JsonObject.EMPTY);
  }

  private static void send(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  private ConnectionInfo info(Map<Channel, Integer> ports) {
    return new ConnectionInfo(Transport.TCP, "127.0.0.1", ports, 1, KEY);
  }

  private ZmqConnection connect(ConnectionInfo info) {
    return new ZmqConnection(
        info,
        clock,
        (channel, message) -> received.add(channel + " " + message.type()),
        warnings::add,
        unintelligible::add);
  }

  private ZmqConnection connect(Map<Channel, ZMQ.Socket> kernel) {
    Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
    kernel.forEach(
        (channel, socket) -> ports.put(channel, socket.bindToRandomPort("tcp://127.0.0.1")));
    return connect(info(ports));
  }

  @Test
  @SuppressWarnings("try") // the connection receives by itself
  void messagesThatAnotherKeySignedAreRefusedAndNoted() {
    try (ZContext context = new ZContext()) {
      Map<Channel, ZMQ.Socket> kernel = new EnumMap<>(Channel.class);
      for (Channel channel : Channel.values()) {
        kernel.put(channel, context.createSocket(SocketType.DEALER));
      }
      ZMQ.Socket shell = kernel.get(Channel.SHELL);
      try (ZmqConnection connection = connect(kernel)) {
        send(shell, new WireCodec("another key").encode(message("forged")));
        send(shell, List.of("no message at all".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        send(shell, new WireCodec(KEY).encode(message("genuine")));
        await().until(() -> !received.isEmpty());
      }
    }
    assertThat(received).containsExactly("SHELL genuine");
    assertThat(warnings)
        .containsExactly(
            "refused a message on SHELL: the signature is wrong",
            "refused a message on SHELL: there is no <IDS|MSG> frame");
  }

  @Test
  void whatIsSentBeforeTheKernelListensArrivesInItsOrder() throws IOException {
    int port = freePort();
    try (ZContext context = new ZContext();
        ZmqConnection connection = connect(info(Map.of(Channel.SHELL, port)))) {
      connection.send(Channel.SHELL, message("first"));
      connection.send(Channel.SHELL, message("second"));
      ZMQ.Socket router = router(context, port);
      assertThat(typeOf(router)).isEqualTo("first");
      assertThat(typeOf(router)).isEqualTo("second");
    }
  }

  @Test
  void aMessageOf20MegabytesPassesWhole() throws IOException {
    int port = freePort();
    String text = "x".repeat(20_000_000);
    try (ZContext context = new ZContext();
        ZmqConnection connection = connect(info(Map.of(Channel.SHELL, port)))) {
      ZMQ.Socket router = router(context, port);
      MessageFactory messages = new MessageFactory("client", Clock.systemUTC());
      connection.send(
          Channel.SHELL, messages.create("long", JsonObject.build(o -> o.put("text", text))));
      List<byte[]> frames = frames(router);
      assertThat(frames.get(frames.size() - 1)).hasSize(text.length() + "{\"text\":\"\"}".length());
      for (byte[] frame : frames) {
        router.send(frame, frame == frames.get(frames.size() - 1) ? 0 : ZMQ.SNDMORE);
      }
      await().until(() -> received.contains("SHELL long"));
    }
  }

  @Test
  @SuppressWarnings("try") // the connection connects by itself
  void whoAcceptsAndSaysNothingIsCalledAnew() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ZmqConnection connection = connect(info(Map.of(Channel.SHELL, silent.getLocalPort())))) {
      Socket first = silent.accept();
      assertThat(first.getInputStream().read()).isEqualTo(0xFF);
      clock.advance(Duration.ofSeconds(4));
      Socket second = silent.accept();
      assertThat(second.getInputStream().read()).isEqualTo(0xFF);
      assertThat(warnings).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("try") // the connection connects by itself
  void whoSpeaksAnotherProtocolIsNamedOnceAndLeftAlone() throws IOException {
    try (ServerSocket web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ZmqConnection connection = connect(info(Map.of(Channel.SHELL, web.getLocalPort())))) {
      Socket client = web.accept();
      client.getOutputStream().write(new byte[Zmtp.GREETING]);
      await().until(() -> !unintelligible.isEmpty());
      client.setSoTimeout(20_000);
      byte[] toTheEnd = client.getInputStream().readAllBytes();
      assertThat(toTheEnd).hasSizeLessThan(200);
      assertThat(unintelligible).containsExactly("SHELL: what listens there doesn't speak ZeroMQ");
    }
  }

  @Test
  @SuppressWarnings("try") // the connection connects by itself
  void aFrameThatNobodyCanHoldIsSaidInTheMiddleOfAConversation() throws IOException {
    try (ServerSocket kernel = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ZmqConnection connection = connect(info(Map.of(Channel.SHELL, kernel.getLocalPort())))) {
      OutputStream out = kernel.accept().getOutputStream();
      out.write(Zmtp.greeting());
      out.write(Zmtp.ready("ROUTER", new byte[0]));
      out.write(Zmtp.message(new WireCodec(KEY).encode(message("genuine"))));
      out.write(new byte[] {Zmtp.LONG, 1, 0, 0, 0, 0, 0, 0, 0});
      await().until(() -> !unintelligible.isEmpty());
      assertThat(received).containsExactly("SHELL genuine");
      assertThat(unintelligible)
          .containsExactly("SHELL: it sends a frame of 72057594037927936 bytes");
    }
  }

  @Test
  void whatTheEndedKernelHadSentIsHandedOver() throws IOException {
    ZContext context = new ZContext();
    // What was sent leaves before the context closes.
    context.setLinger(20_000);
    Map<Channel, ZMQ.Socket> kernel = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      kernel.put(channel, context.createSocket(SocketType.DEALER));
    }
    try (ZmqConnection connection = connect(kernel)) {
      connection.send(Channel.SHELL, message("hello"));
      ZMQ.Socket shell = kernel.get(Channel.SHELL);
      frames(shell);
      for (int i = 0; i < 1000; i++) {
        send(shell, new WireCodec(KEY).encode(message("late")));
      }
      context.close();
      connection.finish();
      assertThat(received).hasSize(1000);
    }
  }

  private static ZMQ.Socket router(ZContext context, int port) {
    ZMQ.Socket router = context.createSocket(SocketType.ROUTER);
    router.setReceiveTimeOut(20_000);
    router.bind("tcp://127.0.0.1:" + port);
    return router;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static List<byte[]> frames(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    do {
      frames.add(socket.recv());
    } while (socket.hasReceiveMore());
    return frames;
  }

  private static String typeOf(ZMQ.Socket socket) {
    try {
      return new WireCodec(KEY).decode(frames(socket)).type();
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }
}
