package dev.platen.kernel;

import dev.platen.json.JsonObject;
import dev.platen.message.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The content of a connection file: where a kernel listens, and the key that lets a client in.
 *
 * @param ip of TCP; of IPC the beginning of the sockets' path
 * @param ports by channel; of TCP, 0 lets the kernel choose; of IPC, what follows a hyphen at the
 *     path's end
 * @param heartbeatPort likewise
 * @param key of the messages' HMAC-SHA256
 * @see <a
 *     href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files">Connection
 *     files</a>
 */
public record ConnectionInfo(
    Transport transport, String ip, Map<Channel, Integer> ports, int heartbeatPort, String key) {

  /** What carries the messages. */
  public enum Transport {
    TCP,
    /** Unix sockets, which the permissions of their folder keep from others. */
    IPC
  }

  public ConnectionInfo {
    ports = Map.copyOf(ports);
  }

  /** What a connection file says. */
  public static ConnectionInfo parse(JsonObject file) {
    ConnectionInfo unbound =
        new ConnectionInfo(
            file.text("transport").equals("ipc") ? Transport.IPC : Transport.TCP,
            file.text("ip"),
            Map.of(),
            0,
            file.text("key"));
    return unbound.withPorts(file);
  }

  /** Whether every port is known. */
  public boolean isBound() {
    return heartbeatPort > 0 && ports.values().stream().allMatch(port -> port > 0);
  }

  public SocketAddress address(Channel channel) {
    return address(ports.getOrDefault(channel, 0));
  }

  public SocketAddress heartbeatAddress() {
    return address(heartbeatPort);
  }

  private SocketAddress address(int port) {
    return switch (transport) {
      case TCP -> new InetSocketAddress(ip, port);
      case IPC -> UnixDomainSocketAddress.of(ip + "-" + port);
    };
  }

  /** A copy with the ports that the kernel wrote into the file. */
  public ConnectionInfo withPorts(JsonObject file) {
    Map<Channel, Integer> bound = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      bound.put(channel, file.integer(portName(channel)).orElse(0L).intValue());
    }
    int heartbeat = file.integer("hb_port").orElse(0L).intValue();
    return new ConnectionInfo(transport, ip, bound, heartbeat, key);
  }

  public JsonObject toJson(String kernelName) {
    return JsonObject.build(
        o -> {
          for (Channel channel : Channel.values()) {
            o.put(portName(channel), ports.getOrDefault(channel, 0));
          }
          o.put("hb_port", heartbeatPort)
              .put("ip", ip)
              .put("transport", transport.name().toLowerCase(Locale.ROOT))
              .put("key", key)
              .put("signature_scheme", "hmac-sha256")
              .put("kernel_name", kernelName);
        });
  }

  private static String portName(Channel channel) {
    return switch (channel) {
      case SHELL -> "shell_port";
      case IOPUB -> "iopub_port";
      case STDIN -> "stdin_port";
      case CONTROL -> "control_port";
    };
  }

  @Override
  public String toString() {
    return "ConnectionInfo[" + transport + " " + ip + " " + ports + "]";
  }
}
