package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A Platen under way; its output goes to files, which can be read at any time. */
record Running(Process process, Path outFile, Path errFile) {
  private static final Duration LONG = Duration.ofSeconds(120);

  String err() {
    return read(errFile);
  }

  /** Waits until standard error holds a text. */
  Running awaitErr(String text) {
    await().atMost(LONG).until(() -> err().contains(text) || !process.isAlive());
    assertThat(err()).contains(text);
    return this;
  }

  /** SIGTERM. */
  Running terminate() {
    process.destroy();
    return this;
  }

  /** SIGKILL. */
  Running kill() {
    process.destroyForcibly();
    return this;
  }

  Running signal(String name) {
    Shell.run("kill", "-" + name, String.valueOf(process.pid()));
    return this;
  }

  /** What Ctrl-C does: SIGINT to everything in the terminal's foreground group. */
  Running interruptGroup() {
    Shell.run("kill", "-INT", "--", "-" + process.pid());
    return this;
  }

  Ended end() {
    try {
      boolean ended = process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("Platen ended; it said: " + err()).isTrue();
      return new Ended(process.exitValue(), read(outFile), err());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
