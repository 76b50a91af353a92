package dev.platen.kernel.launch;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelEvent;
import dev.platen.kernel.KernelUsage;
import dev.platen.kernel.Secrets;
import dev.platen.kernel.StreamMask;
import dev.platen.message.Channel;
import dev.platen.message.KernelInfoReply;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.message.StreamContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A kernel that knows secrets. All that it sends comes through here, so that nothing behind,
 * journal, notebook, report, log, metrics, ever sees them.
 */
final class MaskedKernel implements KernelClient {
  /** One stream of one request, with the message that came last of it. */
  private static final class Stream {
    private final StreamMask mask;
    private KernelEvent.Received last;

    private Stream(StreamMask mask, KernelEvent.Received first) {
      this.mask = mask;
      this.last = first;
    }
  }

  private record StreamKey(String parent, String name) {}

  private final KernelClient kernel;
  private final Secrets secrets;
  private final Map<StreamKey, Stream> streams = new LinkedHashMap<>();

  /** By the stream's name, of the requests that have ended: the next may go on with a secret. */
  private final Map<String, StreamMask> left = new HashMap<>();

  private final Queue<KernelEvent> ready = new ArrayDeque<>();

  MaskedKernel(KernelClient kernel, Secrets secrets) {
    this.kernel = kernel;
    this.secrets = secrets;
  }

  /** When nothing comes for so long, what waited for its continuation waits no longer. */
  @Override
  public Optional<KernelEvent> next(Duration timeout) throws InterruptedException {
    if (ready.isEmpty()) {
      kernel.next(timeout).ifPresentOrElse(this::take, () -> flushOthers(null));
    }
    return Optional.ofNullable(ready.poll());
  }

  private void take(KernelEvent event) {
    if (event instanceof KernelEvent.Received received) {
      Message message = received.message();
      if (message.type().equals(MessageTypes.STREAM)) {
        takeStream(received);
        return;
      }
      flushOthers(null);
      if (message.content().text("execution_state").equals("idle")) {
        leave(message.parentId());
      }
      ready.add(masked(received, secrets.mask(message.content())));
      return;
    }
    flushOthers(null);
    ready.add(event);
  }

  private void takeStream(KernelEvent.Received received) {
    Message message = received.message();
    StreamContent content = StreamContent.parse(message.content());
    StreamKey key = new StreamKey(message.parentId(), content.name());
    flushOthers(key);
    Stream stream = streams.computeIfAbsent(key, any -> new Stream(mask(key.name()), received));
    stream.last = received;
    show(stream, stream.mask.next(content.text()));
  }

  private StreamMask mask(String name) {
    StreamMask mask = left.remove(name);
    return mask == null ? new StreamMask(secrets) : mask;
  }

  /** The request is over. */
  private void leave(String parent) {
    streams.forEach(
        (key, stream) -> {
          if (key.parent().equals(parent)) {
            left.put(key.name(), stream.mask);
          }
        });
    streams.keySet().removeIf(key -> key.parent().equals(parent));
  }

  /** So that what is shown keeps its order. */
  private void flushOthers(@Nullable StreamKey current) {
    streams.forEach(
        (key, stream) -> {
          if (!key.equals(current)) {
            show(stream, stream.mask.flush());
          }
        });
  }

  private void show(Stream stream, String text) {
    if (!text.isEmpty()) {
      JsonObject others = secrets.mask(stream.last.message().content().without("text"));
      ready.add(masked(stream.last, others.with("text", new JsonString(text))));
    }
  }

  private KernelEvent masked(KernelEvent.Received received, JsonObject content) {
    Message message = received.message();
    List<byte[]> buffers = new ArrayList<>();
    message.buffers().forEach(buffer -> buffers.add(masked(buffer)));
    Message masked =
        new Message(
            message.header(), message.parent(), secrets.mask(message.metadata()), content, buffers);
    return new KernelEvent.Received(received.channel(), masked);
  }

  /** In as many bytes: they may be an array of something. */
  private byte[] masked(byte[] buffer) {
    String bytes = new String(buffer, StandardCharsets.ISO_8859_1);
    for (String value : secrets.env().values()) {
      String plain =
          new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      bytes = bytes.replace(plain, "*".repeat(plain.length()));
    }
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public KernelInfoReply info() {
    return kernel.info();
  }

  @Override
  public long pid() {
    return kernel.pid();
  }

  @Override
  public String send(Channel channel, String msgType, JsonObject content) {
    return kernel.send(channel, msgType, content);
  }

  @Override
  public Optional<KernelUsage> usage() {
    return kernel.usage();
  }

  @Override
  public void interrupt() {
    kernel.interrupt();
  }

  @Override
  public void requestShutdown() {
    kernel.requestShutdown();
  }

  @Override
  public void kill() {
    kernel.kill();
  }

  @Override
  public void close() {
    kernel.close();
  }
}
