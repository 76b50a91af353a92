package dev.platen.kernel.launch;

import dev.platen.fault.Fault;
import dev.platen.kernel.ExitReason;
import dev.platen.kernel.KernelEvent;
import dev.platen.kernel.LaunchRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** How long one attempt to start a kernel may go on. */
record StartLimits(LaunchRequest request, BooleanSupplier givenUp, Clock clock, Instant deadline) {

  static StartLimits of(LaunchRequest request, BooleanSupplier givenUp, Clock clock) {
    return new StartLimits(request, givenUp, clock, clock.instant().plus(request.startTimeout()));
  }

  /**
   * Looks whether the start may go on.
   *
   * @throws Fault {@code KERNEL_NO_START} when the time is over
   * @throws InterruptedException when nobody waits for the kernel any more
   */
  void check() throws InterruptedException {
    if (givenUp.getAsBoolean()) {
      throw new InterruptedException("given up");
    }
    if (clock.instant().isAfter(deadline)) {
      throw LocalKernels.noStart(
          request,
          "no answer in " + request.startTimeout().toSeconds() + " s; it was killed, twice");
    }
  }

  Fault ended(KernelEvent.Exited exited) {
    return LocalKernels.noStart(
        request,
        exited
            .reason()
            .map(ExitReason::words)
            .orElse("it ended with exit code " + exited.exitCode()));
  }
}
