package dev.platen.study.notice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Calls a command of the user's: {@code /bin/sh -c COMMAND}, in the study's folder, with what there
 * is to say in its environment. What it prints goes where Platen's own errors go.
 */
public final class ShellNotice {
  private static final long LIMIT_SECONDS = 60;

  /**
   * The shell itself sends what is printed to standard error: to open /dev/stderr would empty the
   * file that it leads to.
   */
  private static final String TO_ERR = "exec /bin/sh -c \"$1\" >&2";

  private final String command;
  private final Path dir;

  /** A notice by this command, which is run in that folder. */
  public ShellNotice(String command, Path dir) {
    this.command = command;
    this.dir = dir;
  }

  /**
   * Calls the command and waits for its end, a minute at most.
   *
   * @param says variables such as {@code PLATEN_EVENT}
   * @return what went wrong, in a clause; "" if nothing did
   */
  public String send(Map<String, String> says) throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", TO_ERR, "sh", command)
            .directory(dir.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(says);
    try {
      Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "it took longer than " + LIMIT_SECONDS + " s";
      }
      return process.exitValue() == 0 ? "" : "it ended with exit code " + process.exitValue();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
