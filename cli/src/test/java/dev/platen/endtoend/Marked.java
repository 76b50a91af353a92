package dev.platen.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The living processes that carry a mark in their environment: everything that inherited it from
 * one Platen, however far away it went.
 */
record Marked(String mark) {
  static final String VARIABLE = "PLATEN_TEST_MARK";

  List<String> alive() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(dir -> dir.getFileName().toString().matches("\\d+"))
          .filter(this::isMine)
          .map(Marked::describe)
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until none is left. */
  void awaitGone(Duration limit) {
    await()
        .atMost(limit)
        .untilAsserted(
            () ->
                org.assertj.core.api.Assertions.assertThat(alive()).as("processes left").isEmpty());
  }

  private boolean isMine(Path dir) {
    return read(dir.resolve("environ")).contains(VARIABLE + "=" + mark + "\0");
  }

  private static String describe(Path dir) {
    return dir.getFileName() + " " + read(dir.resolve("cmdline")).replace('\0', ' ');
  }

  /** Empty for a process that ended meanwhile, or is a zombie. */
  private static String read(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
