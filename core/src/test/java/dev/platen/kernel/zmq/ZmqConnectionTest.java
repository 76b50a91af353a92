package dev.platen.kernel.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonObject;
import dev.platen.kernel.ConnectionInfo;
import dev.platen.message.Channel;
import dev.platen.message.Message;
import dev.platen.message.MessageFactory;
import dev.platen.message.wire.WireCodec;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A connection whose other side is four sockets of the test's own. */
class ZmqConnectionTest {
  private static final String KEY = "the connection's key";

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  private static Message message(String type) {
    return new MessageFactory("kernel", Clock.systemUTC()).create(type, JsonObject.EMPTY);
  }

  private static void send(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  private ZmqConnection connect(Map<Channel, ZMQ.Socket> kernel) {
    Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
    kernel.forEach(
        (channel, socket) -> ports.put(channel, socket.bindToRandomPort("tcp://127.0.0.1")));
    ConnectionInfo info = new ConnectionInfo("127.0.0.1", ports, 1, KEY, Optional.empty());
    return new ZmqConnection(
        info, (channel, message) -> received.add(channel + " " + message.type()), warnings::add);
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
}
