package dev.platen.run.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Asks a program of the machine, such as git. Never waits for a person, never without end. */
final class Command {
  /** Variables that would make git look at another repository than the folder's own. */
  private static final List<String> MISLEADING =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX");

  /**
   * What a program answered.
   *
   * @param exitCode 0 when it was content; any when the output was cut; -1 when there was no answer
   *     in time
   * @param output standard output, at most as many bytes as were asked for
   * @param cut whether there was more
   * @param errors standard error, likewise
   */
  record Answer(int exitCode, String output, boolean cut, String errors) {
    boolean ok() {
      return exitCode == 0 || cut;
    }
  }

  private record Text(String text, boolean cut) {}

  private Command() {}

  /**
   * Runs a program to its end.
   *
   * @param maxBytes to keep of each output; the program must end when it has more
   * @return empty when the program isn't there, or can't be started
   */
  static Optional<Answer> run(List<String> command, Path dir, Duration timeout, int maxBytes)
      throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.environment().keySet().removeAll(MISLEADING);
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("LANGUAGE", "C");
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      FutureTask<Text> output = reading(process.getInputStream(), maxBytes);
      FutureTask<Text> errors = reading(process.getErrorStream(), maxBytes);
      if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.of(failure("no answer in " + timeout.toSeconds() + " s"));
      }
      Text text = output.get();
      return Optional.of(
          new Answer(process.exitValue(), text.text(), text.cut(), errors.get().text()));
    } catch (ExecutionException e) {
      return Optional.of(failure("its output can't be read: " + e.getCause()));
    } finally {
      process.destroyForcibly();
    }
  }

  private static Answer failure(String why) {
    return new Answer(-1, "", false, why);
  }

  /** Reads on a thread of its own, since a program may fill either of its two pipes first. */
  private static FutureTask<Text> reading(InputStream in, int maxBytes) {
    FutureTask<Text> task =
        new FutureTask<>(
            () -> {
              // A closed pipe ends a program that has more to say.
              try (in) {
                String text = new String(in.readNBytes(maxBytes), StandardCharsets.UTF_8);
                return new Text(text, in.read() >= 0);
              }
            });
    Thread thread = new Thread(task, "platen-command");
    thread.setDaemon(true);
    thread.start();
    return task;
  }
}
