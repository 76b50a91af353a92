package dev.platen.execute;

import dev.platen.message.ErrorContent;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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

  static ErrorContent describe(OptionalInt exitCode) {
    return new ErrorContent("KernelLost", message(exitCode), List.of());
  }

  private static String message(OptionalInt exitCode) {
    if (exitCode.isEmpty()) {
      return "the kernel's process ended";
    }
    int code = exitCode.getAsInt();
    return code > SIGNALLED
        ? "the kernel's process was ended by "
            + SIGNALS.getOrDefault(code - SIGNALLED, "signal " + (code - SIGNALLED))
        : "the kernel's process ended with exit code " + code;
  }
}
