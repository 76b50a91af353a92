package dev.platen.kernel;

import dev.platen.json.JsonObject;
import dev.platen.message.Channel;
import dev.platen.message.KernelInfoReply;
import java.time.Duration;
import java.util.Optional;

/**
 * One running kernel and the connection to it. {@link #send}, {@link #interrupt} and {@link #kill}
 * may be called from any thread; events are taken by one.
 */
public interface KernelClient extends AutoCloseable {

  /** What the kernel said of itself when it started. */
  KernelInfoReply info();

  /** The process id of the kernel. */
  long pid();

  /**
   * Sends a request.
   *
   * @return its message id, which is the parent id of every answer
   */
  String send(Channel channel, String msgType, JsonObject content);

  /**
   * Waits for the next event. The last, {@link KernelEvent.Exited}, comes again at every call.
   *
   * @param timeout {@link Duration#ZERO} only looks
   * @return empty when the time is over
   * @throws InterruptedException when the waiting thread is interrupted
   */
  Optional<KernelEvent> next(Duration timeout) throws InterruptedException;

  /**
   * What the kernel and all it started have taken of the machine so far; of a kernel that has ended
   * what was seen last. Empty where the system doesn't tell.
   */
  default Optional<KernelUsage> usage() {
    return Optional.empty();
  }

  /** Interrupts what the kernel runs, by signal or message as its kernelspec says. */
  void interrupt();

  /** Asks the kernel to end and returns at once; {@link #close} waits for it. */
  void requestShutdown();

  /** Ends the kernel's process and all it started, at once. */
  void kill();

  /**
   * Ends the kernel: politely, then firmly, within a few seconds. Does nothing the second time.
   * Nothing of the kernel is left afterwards.
   */
  @Override
  void close();
}
