package dev.platen.kernel;

import dev.platen.message.Channel;
import dev.platen.message.Message;
import java.util.Optional;

/** What a kernel does that its client must know, in the order in which it was seen. */
public sealed interface KernelEvent {

  /** A message arrived. */
  record Received(Channel channel, Message message) implements KernelEvent {}

  /**
   * The kernel's process ended; nothing else follows.
   *
   * @param exitCode of the process; 128 + n when signal n killed it
   * @param reason why it had to end, when that is known
   */
  record Exited(int exitCode, Optional<ExitReason> reason) implements KernelEvent {
    public Exited(int exitCode) {
      this(exitCode, Optional.empty());
    }
  }
}
