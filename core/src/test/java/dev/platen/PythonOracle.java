package dev.platen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs Python from {@code .venv-tests} in the repository's root, for what Python itself decides.
 */
public final class PythonOracle {
  private PythonOracle() {}

  /** Runs a script with arguments and gives what it printed; a failure of Python's is an error. */
  public static String run(Path script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python().toString(), script.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("Python failed: " + printed);
    }
    return printed;
  }

  private static Path python() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path python = folder.resolve(".venv-tests/bin/python");
      if (Files.isExecutable(python)) {
        return python;
      }
    }
    throw new AssertionError("no .venv-tests/bin/python here or above: make it first");
  }
}
