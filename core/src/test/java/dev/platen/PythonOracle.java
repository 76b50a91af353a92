package dev.platen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tests' own Python, in {@code .venv-tests} at the repository's root. */
public final class PythonOracle {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private PythonOracle() {}

  /** Runs a script with arguments and gives what it printed; a failure of Python's is an error. */
  public static String run(Path script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(interpreter().toString(), script.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /**
   * Runs a command and gives what it printed. Neither it nor a process that it leaves behind can
   * hold up a test for ever: what it prints goes to a file.
   */
  public static String run(List<String> command) throws IOException, InterruptedException {
    Path printed = Files.createTempFile("platen-python", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("no end after " + LIMIT + ": " + Files.readString(printed));
      }
      if (process.exitValue() != 0) {
        throw new AssertionError("Python failed: " + Files.readString(printed));
      }
      return Files.readString(printed);
    } finally {
      Files.delete(printed);
    }
  }

  /** Its interpreter. */
  public static Path interpreter() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path python = folder.resolve(".venv-tests/bin/python");
      if (Files.isExecutable(python)) {
        return python;
      }
    }
    throw new AssertionError("no .venv-tests/bin/python here or above: scripts/setup --tests");
  }
}
