package dev.platen.endtoend;

import dev.platen.testkit.TestEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Starts the jar as users do, but apart from the machine's own kernels: with an empty home, a
 * temporary folder of its own, and the tests' environment activated.
 */
final class Platen {
  private static final Path JAR = TestEnvironment.root().resolve("cli/target/platen.jar");

  private final Path dir;
  private final String mark = "platen-test-" + UUID.randomUUID();
  private final Map<String, String> env = new LinkedHashMap<>();
  private final List<String> javaOptions = new ArrayList<>();

  private Platen(Path dir) {
    this.dir = dir;
    folder("home");
    javaOptions.add("-Djava.io.tmpdir=" + folder("tmp"));
    with("PATH", System.getenv("PATH"));
    with("LC_ALL", "C.UTF-8");
    with("HOME", folder("home").toString());
    with("VIRTUAL_ENV", TestEnvironment.pythonPrefix().toString());
    with("MPLCONFIGDIR", TestEnvironment.root().resolve("cli/target/matplotlib").toString());
    with(Marked.VARIABLE, mark);
  }

  /** A Platen that works in a folder. */
  static Platen in(Path dir) {
    return new Platen(dir);
  }

  Platen with(String variable, String value) {
    env.put(variable, value);
    return this;
  }

  Platen without(String variable) {
    env.remove(variable);
    return this;
  }

  Platen withJava(String option) {
    javaOptions.add(option);
    return this;
  }

  /** All processes that a Platen of this test started, whatever became of their parents. */
  Marked processes() {
    return new Marked(mark);
  }

  /** What Platen left in its temporary folder. */
  List<Path> temporaryFiles() {
    try (Stream<Path> children = Files.list(dir.resolve("tmp"))) {
      return children.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command line to its end. */
  Ended run(Object... arguments) {
    return start(arguments).end();
  }

  /** Starts a command line. */
  Running start(Object... arguments) {
    return startAs(List.of(), arguments);
  }

  /** Starts a command line by way of a shell script, which finds it in {@code "$@"}. */
  Running startByShell(String script, Object... arguments) {
    return startAs(List.of("/bin/sh", "-c", script, "sh"), arguments);
  }

  private Running startAs(List<String> before, Object... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", JAR.toString()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    try {
      Path out = Files.createTempFile(dir, "out-", ".txt");
      Path err = Files.createTempFile(dir, "err-", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
      builder.environment().clear();
      builder.environment().putAll(env);
      builder.redirectInput(new File("/dev/null"));
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(dir.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
