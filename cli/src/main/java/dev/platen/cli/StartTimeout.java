package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.time.Duration;

/** How long a kernel may take to start. */
final class StartTimeout {
  private StartTimeout() {}

  /**
   * The time that an option gives.
   *
   * @throws Fault {@code USAGE} if it is none
   */
  static Duration of(String option, int seconds) {
    if (seconds <= 0) {
      throw Fault.of(FaultKind.USAGE, "no kernel starts in " + seconds + " seconds")
          .where(option + " " + seconds)
          .mend("give it some, or leave the option out: a kernel has 60");
    }
    return Duration.ofSeconds(seconds);
  }
}
