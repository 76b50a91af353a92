package dev.platen.execute;

import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelEvent;
import dev.platen.message.Channel;
import dev.platen.message.ExecuteReply;
import dev.platen.message.ExecuteRequest;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One execute request, from sending to its end. The end is the kernel's idle status and its reply,
 * both, and never a clock: while the kernel says nothing after one of them, a second request asks
 * whether the other was lost.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#execute">messaging:
 *     execute</a>
 */
final class Exchange {
  /** How an exchange ended. */
  enum Ending {
    DONE,
    TIMED_OUT,
    CANCELLED,
    KERNEL_LOST
  }

  /**
   * When to give up.
   *
   * @param deadline when to interrupt; null = never
   * @param interruptGrace how long the interrupted kernel may take before it is killed
   */
  record Limits(
      Clock clock,
      @Nullable Instant deadline,
      Duration interruptGrace,
      Cancellation cancellation) {}

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final KernelClient kernel;
  private final Limits limits;
  private final BiConsumer<String, Message> published;
  private final Runnable quiet;
  private final String requestId;
  private @Nullable ExecuteReply reply;
  private @Nullable Message replyMessage;
  private boolean idle;
  private @Nullable String probeId;
  private @Nullable Instant interruptedAt;
  private Ending reason = Ending.DONE;
  private Optional<KernelEvent.Exited> exited = Optional.empty();
  private Instant lastHeard;

  private Exchange(
      KernelClient kernel,
      ExecuteRequest request,
      Limits limits,
      BiConsumer<String, Message> published,
      Runnable quiet) {
    this.kernel = kernel;
    this.limits = limits;
    this.published = published;
    this.quiet = quiet;
    this.requestId = kernel.send(Channel.SHELL, MessageTypes.EXECUTE_REQUEST, request.toContent());
    this.lastHeard = limits.clock().instant();
  }

  /**
   * Sends the request.
   *
   * @param published takes every iopub message, whatever request caused it, with that request's id
   */
  static Exchange start(
      KernelClient kernel,
      ExecuteRequest request,
      Limits limits,
      BiConsumer<String, Message> published) {
    return start(kernel, request, limits, published, () -> {});
  }

  /**
   * The same.
   *
   * @param quiet called a few times a second while the kernel says nothing
   */
  static Exchange start(
      KernelClient kernel,
      ExecuteRequest request,
      Limits limits,
      BiConsumer<String, Message> published,
      Runnable quiet) {
    return new Exchange(kernel, request, limits, published, quiet);
  }

  String requestId() {
    return requestId;
  }

  /** The kernel's answer; empty when it was lost or the kernel died. */
  Optional<ExecuteReply> reply() {
    return Optional.ofNullable(reply);
  }

  /** The date of the reply's header; "" without reply. */
  String replyDate() {
    return replyMessage == null ? "" : replyMessage.header().date();
  }

  /** The end of a kernel that ended meanwhile. */
  Optional<KernelEvent.Exited> exited() {
    return exited;
  }

  /** Waits for the end. */
  Ending await() throws InterruptedException {
    while (reply == null || !idle) {
      Optional<KernelEvent> event = kernel.next(STEP);
      Instant now = limits.clock().instant();
      if (event.isPresent()) {
        if (event.get() instanceof KernelEvent.Exited end) {
          exited = Optional.of(end);
          return reason == Ending.DONE ? Ending.KERNEL_LOST : reason;
        }
        receive((KernelEvent.Received) event.get());
        lastHeard = now;
      } else {
        quiet.run();
        probe(now);
      }
      enforceLimits(now);
      if (probeId != null && probeId.isEmpty()) {
        return reason;
      }
    }
    return reason;
  }

  /** Asks, once, whether the other end was lost. */
  private void probe(Instant now) {
    if (probeId == null && (reply != null || idle) && after(lastHeard, SILENCE, now)) {
      probeId = kernel.send(Channel.SHELL, MessageTypes.KERNEL_INFO_REQUEST, JsonObject.EMPTY);
    }
  }

  private void receive(KernelEvent.Received received) {
    Message message = received.message();
    switch (received.channel()) {
      case SHELL -> receiveReply(message);
      case IOPUB -> receivePublished(message);
      // We said that nobody can answer; a kernel that asks all the same would wait for ever.
      case STDIN -> kernel.interrupt();
      case CONTROL -> {}
    }
  }

  private void receiveReply(Message message) {
    if (message.parentId().equals(requestId)) {
      reply = ExecuteReply.parse(message.content());
      replyMessage = message;
    } else if (message.parentId().equals(probeId) && idle) {
      probeId = "";
    }
  }

  private void receivePublished(Message message) {
    boolean isIdle =
        message.type().equals(MessageTypes.STATUS)
            && message.content().text("execution_state").equals("idle");
    if (isIdle && message.parentId().equals(requestId)) {
      idle = true;
    } else if (isIdle && message.parentId().equals(probeId) && reply != null) {
      probeId = "";
    }
    published.accept(message.parentId(), message);
  }

  private void enforceLimits(Instant now) {
    if (interruptedAt != null) {
      if (after(interruptedAt, limits.interruptGrace(), now)) {
        kernel.kill();
      }
    } else if (limits.cancellation().isRequested()) {
      interrupt(Ending.CANCELLED, now);
    } else if (limits.deadline() != null && now.isAfter(limits.deadline())) {
      interrupt(Ending.TIMED_OUT, now);
    }
  }

  private void interrupt(Ending why, Instant now) {
    reason = why;
    interruptedAt = now;
    kernel.interrupt();
  }

  private static boolean after(Instant start, Duration wait, Instant now) {
    return now.isAfter(start.plus(wait));
  }
}
