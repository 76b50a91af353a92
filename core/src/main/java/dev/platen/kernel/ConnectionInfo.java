package dev.platen.kernel;

import dev.platen.json.JsonObject;
import dev.platen.message.Channel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a connection file: where a kernel listens, and the keys that let a client in.
 *
 * @param ports by channel; 0 lets the kernel choose
 * @param heartbeatPort likewise
 * @param key of the messages' HMAC-SHA256
 * @param curve the kernel's key pair, when the connection is to be encrypted
 * @see <a
 *     href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files">Connection
 *     files</a>
 */
public record ConnectionInfo(
    String ip,
    Map<Channel, Integer> ports,
    int heartbeatPort,
    String key,
    Optional<CurveKeys> curve) {

  /** A CurveZMQ key pair, Z85 text of 40 characters each. */
  public record CurveKeys(String publicKey, String secretKey) {
    @Override
    public String toString() {
      return "CurveKeys[****]";
    }
  }

  public ConnectionInfo {
    ports = Map.copyOf(ports);
  }

  /** Whether every port is known. */
  public boolean isBound() {
    return heartbeatPort > 0 && ports.values().stream().allMatch(port -> port > 0);
  }

  public String endpoint(Channel channel) {
    return "tcp://" + ip + ":" + ports.get(channel);
  }

  /** A copy with the ports that the kernel wrote into the file. */
  public ConnectionInfo withPorts(JsonObject file) {
    Map<Channel, Integer> bound = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      bound.put(channel, file.integer(portName(channel)).orElse(0L).intValue());
    }
    int heartbeat = file.integer("hb_port").orElse(0L).intValue();
    return new ConnectionInfo(ip, bound, heartbeat, key, curve);
  }

  public JsonObject toJson(String kernelName) {
    return JsonObject.build(
        o -> {
          for (Channel channel : Channel.values()) {
            o.put(portName(channel), ports.getOrDefault(channel, 0));
          }
          o.put("hb_port", heartbeatPort)
              .put("ip", ip)
              .put("transport", "tcp")
              .put("key", key)
              .put("signature_scheme", "hmac-sha256")
              .put("kernel_name", kernelName);
          curve.ifPresent(
              keys ->
                  o.put("curve_publickey", keys.publicKey())
                      .put("curve_secretkey", keys.secretKey()));
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
    return "ConnectionInfo[" + ip + " " + ports + "]";
  }
}
