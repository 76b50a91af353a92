package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Small commands of the system. */
final class Shell {
  private Shell() {}

  /** Runs a command to its end and gives what it printed; a failure is the test's failure. */
  static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(String.join(" ", command) + ": " + printed).isZero();
      return printed;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
