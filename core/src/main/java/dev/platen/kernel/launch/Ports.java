package dev.platen.kernel.launch;

import dev.platen.kernel.ConnectionInfo;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.message.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses where a kernel listens. ipykernel chooses for itself and writes its ports into the
 * connection file, so nobody can take them in between; for other kernels free ports are looked up,
 * and a start that fails is tried again with others.
 */
final class Ports {
  private static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  static ConnectionInfo choose(
      KernelSpec spec, String key, Optional<ConnectionInfo.CurveKeys> curve) throws IOException {
    Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
    if (spec.isIpykernel()) {
      for (Channel channel : Channel.values()) {
        ports.put(channel, 0);
      }
      return new ConnectionInfo(LOOPBACK, ports, 0, key, curve);
    }
    Iterator<Integer> free = free(Channel.values().length + 1).iterator();
    for (Channel channel : Channel.values()) {
      ports.put(channel, free.next());
    }
    return new ConnectionInfo(LOOPBACK, ports, free.next(), key, curve);
  }

  /** Ports that were free together a moment ago. */
  private static List<Integer> free(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}
