package dev.platen.kernel.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The folder that one kernel has to itself, mode 0700: its connection file and sockets, and the
 * temporary files of all that it starts. The guard makes it and removes it, so that it is gone
 * whatever ends Platen.
 */
record KernelFolder(Path path) {
  private static final List<String> VARIABLES = List.of("TMPDIR", "TEMP", "TMP");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  /** Short: sockets are made in temporary folders, and their paths end at some 100 bytes. */
  private static final int NAME_LENGTH = 10;

  private static final Duration POLL = Duration.ofMillis(2);

  /**
   * A folder that isn't there yet.
   *
   * @param env Platen's own: the folder lies in its {@code TMPDIR} if that can be used
   */
  static KernelFolder choose(Map<String, String> env) {
    Path base = Path.of(System.getProperty("java.io.tmpdir"));
    Path wanted = Path.of(env.getOrDefault("TMPDIR", ""));
    if (wanted.isAbsolute() && Files.isDirectory(wanted) && Files.isWritable(wanted)) {
      base = wanted;
    }
    SecureRandom random = new SecureRandom();
    StringBuilder name = new StringBuilder("platen-kernel-");
    for (int i = 0; i < NAME_LENGTH; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new KernelFolder(base.toAbsolutePath().resolve(name.toString()));
  }

  Path connectionFile() {
    return path.resolve("connection.json");
  }

  /** The beginning of the path of each Unix socket. */
  Path sockets() {
    return path.resolve("ipc");
  }

  Path temp() {
    return path.resolve("tmp");
  }

  /**
   * Names the temporary folder in the environment, unless it names one already.
   *
   * @param env what is added to Platen's own environment; changed
   */
  void addTo(Map<String, String> env) {
    if (VARIABLES.stream().noneMatch(env::containsKey)) {
      VARIABLES.forEach(name -> env.put(name, temp().toString()));
    }
  }

  /** Waits until the guard, which was let go, has removed the folder; false if it doesn't. */
  boolean awaitRemoved(Duration atMost) {
    for (long i = atMost.dividedBy(POLL); Files.exists(path) && i > 0; i--) {
      new CompletableFuture<Void>()
          .completeOnTimeout(null, POLL.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }
    return !Files.exists(path);
  }
}
