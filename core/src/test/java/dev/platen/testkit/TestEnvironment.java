package dev.platen.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the project's set-up installed for the tests. A missing part fails the test that needs it.
 */
public final class TestEnvironment {
  private TestEnvironment() {}

  /** The checkout's root. */
  public static Path root() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.exists(dir.resolve("platen")) && Files.exists(dir.resolve("pom.xml"))) {
        return dir;
      }
    }
    throw new AssertionError("not inside a checkout of Platen");
  }

  /** The environment with ipykernel, nbformat and the other oracles. */
  public static Path pythonPrefix() {
    Path prefix = root().resolve(".venv-tests");
    if (!Files.isExecutable(prefix.resolve("bin/python"))) {
      throw new AssertionError("no " + prefix + "; run scripts/setup --tests");
    }
    return prefix;
  }

  public static Path python() {
    return pythonPrefix().resolve("bin/python");
  }
}
