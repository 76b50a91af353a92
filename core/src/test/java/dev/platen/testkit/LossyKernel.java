package dev.platen.testkit;

import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelEvent;
import dev.platen.message.Channel;
import dev.platen.message.Header;
import dev.platen.message.KernelInfoReply;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * A kernel that answers every execute request with the same script, in which a message may be
 * missing. It always answers a kernel_info_request in full.
 */
public final class LossyKernel implements KernelClient {
  private final BlockingDeque<KernelEvent> events = new LinkedBlockingDeque<>();
  private final String script;
  private int sent;
  private int interrupts;

  /**
   * A kernel with a script.
   *
   * @param script words out of reply, idle, stream, exit
   */
  public LossyKernel(String script) {
    this.script = script;
  }

  /** Makes a message that answers a request. */
  public Message message(String type, String parentId, JsonObject content) {
    Header header = new Header("m" + events.size(), "kernel", "", "", type, "5.3");
    Header parent = new Header(parentId, "client", "", "", "", "5.3");
    return new Message(header, Optional.of(parent), JsonObject.EMPTY, content, List.of());
  }

  public void prepend(KernelEvent event) {
    events.addFirst(event);
  }

  public int interrupts() {
    return interrupts;
  }

  @Override
  public String send(Channel channel, String msgType, JsonObject content) {
    String id = String.valueOf(sent++);
    if (msgType.equals(MessageTypes.EXECUTE_REQUEST)) {
      for (String word : script.split(" ", -1)) {
        events.add(event(word, id));
      }
    } else if (msgType.equals(MessageTypes.KERNEL_INFO_REQUEST)) {
      events.add(received(Channel.SHELL, MessageTypes.KERNEL_INFO_REPLY, id, JsonObject.EMPTY));
      events.add(event("idle", id));
    }
    return id;
  }

  private KernelEvent event(String word, String id) {
    return switch (word) {
      case "reply" ->
          received(
              Channel.SHELL,
              MessageTypes.EXECUTE_REPLY,
              id,
              JsonObject.build(o -> o.put("status", "ok").put("execution_count", 1)));
      case "idle" ->
          received(
              Channel.IOPUB,
              MessageTypes.STATUS,
              id,
              JsonObject.build(o -> o.put("execution_state", "idle")));
      case "stream" ->
          received(
              Channel.IOPUB,
              MessageTypes.STREAM,
              id,
              JsonObject.build(o -> o.put("name", "stdout").put("text", "x")));
      case "exit" -> new KernelEvent.Exited(137);
      default -> throw new AssertionError("no such word: " + word);
    };
  }

  private KernelEvent received(Channel channel, String type, String id, JsonObject content) {
    return new KernelEvent.Received(channel, message(type, id, content));
  }

  @Override
  public Optional<KernelEvent> next(Duration timeout) throws InterruptedException {
    return Optional.ofNullable(events.poll(timeout.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public KernelInfoReply info() {
    return new KernelInfoReply("5.3", "lossy", "1", JsonObject.EMPTY);
  }

  @Override
  public long pid() {
    return 0;
  }

  @Override
  public void interrupt() {
    interrupts++;
  }

  @Override
  public void requestShutdown() {}

  @Override
  public void kill() {
    events.add(new KernelEvent.Exited(137));
  }

  @Override
  public void close() {}
}
