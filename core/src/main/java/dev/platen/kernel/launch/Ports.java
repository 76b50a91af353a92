package dev.platen.kernel.launch;

import dev.platen.kernel.ConnectionInfo;
import dev.platen.kernel.ConnectionInfo.Transport;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.message.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Chooses where a kernel listens. ipykernel does so at Unix sockets in the kernel's own folder,
 * which nobody else can reach or take. Where there are none, it chooses its ports itself and writes
 * them into the connection file. For other kernels free ports are looked up, and a start that fails
 * is tried again with others.
 */
final class Ports {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int COUNT = Channel.values().length + 1;

  /** A Unix socket's path ends at 108 bytes on Linux, and at 104 on macOS. */
  private static final int LONGEST_SOCKET_PATH = 100;

  private Ports() {}

  static ConnectionInfo choose(KernelSpec spec, KernelFolder folder, String key)
      throws IOException {
    if (!spec.isIpykernel()) {
      return choose(Transport.TCP, LOOPBACK, key, free().iterator()::next);
    }
    if (!hasUnixSockets(folder)) {
      return choose(Transport.TCP, LOOPBACK, key, () -> 0);
    }
    Iterator<Integer> numbers = List.of(1, 2, 3, 4, 5).iterator();
    return choose(Transport.IPC, folder.sockets().toString(), key, numbers::next);
  }

  private static ConnectionInfo choose(
      Transport transport, String ip, String key, Supplier<Integer> next) {
    Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      ports.put(channel, next.get());
    }
    return new ConnectionInfo(transport, ip, ports, next.get(), key);
  }

  private static boolean hasUnixSockets(KernelFolder folder) {
    int length = folder.sockets().toString().getBytes(StandardCharsets.UTF_8).length;
    return length <= LONGEST_SOCKET_PATH
        && FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /** Ports that were free together a moment ago. */
  private static List<Integer> free() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < COUNT; i++) {
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
