package dev.platen.execute;

import dev.platen.kernel.ExitReason;
import dev.platen.kernel.KernelEvent;
import dev.platen.message.ErrorContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what is known of the end of a kernel that nobody asked to end. */
final class KernelDeath {
  private static final int SIGNALLED = 128;

  private static final Map<Integer, String> SIGNALS =
      Map.of(
          4, "an illegal instruction (SIGILL)",
          6, "an abort (SIGABRT)",
          7, "a bus error (SIGBUS)",
          9, "signal 9 (SIGKILL); most often the machine ran out of memory",
          11, "a segmentation fault (SIGSEGV)",
          15, "signal 15 (SIGTERM)");

  private KernelDeath() {}

  /** {@code OutOfMemory} when it is sure that memory was the reason, else {@code KernelLost}. */
  static ErrorContent describe(Optional<KernelEvent.Exited> exited) {
    Optional<ExitReason> reason = exited.flatMap(KernelEvent.Exited::reason);
    return reason.isPresent()
        ? new ErrorContent(reason.get().error(), reason.get().words(), List.of())
        : new ErrorContent("KernelLost", message(exited), List.of());
  }

  private static String message(Optional<KernelEvent.Exited> exited) {
    if (exited.isEmpty()) {
      return "the kernel's process ended";
    }
    int code = exited.get().exitCode();
    return code > SIGNALLED
        ? "the kernel's process was ended by "
            + SIGNALS.getOrDefault(code - SIGNALLED, "signal " + (code - SIGNALLED))
        : "the kernel's process ended with exit code " + code;
  }
}
