package dev.platen.kernel.launch;

import dev.platen.resource.ResourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The process of a kernel, guarded: when Platen ends, however it ends, the kernel and all it
 * started end too.
 */
final class KernelProcess {
  private final Process process;

  /** To the guard; closed at the end of Platen. */
  private final OutputStream signals;

  private final KernelLog log;

  private KernelProcess(Process process, KernelLog log) {
    this.process = process;
    this.signals = process.getOutputStream();
    this.log = log;
  }

  /**
   * Starts the process.
   *
   * @param connection written in a folder that is removed when the kernel has ended
   * @param env added to Platen's own environment
   * @param log takes what the process writes
   * @throws IOException if the working folder, the log or the shell can't be used
   */
  static KernelProcess start(
      List<String> command,
      ConnectionFile connection,
      Path workingDir,
      Map<String, String> env,
      KernelLog log)
      throws IOException {
    String guard = ResourceText.beside(KernelProcess.class, "guard.sh");
    List<String> guarded =
        new ArrayList<>(List.of("/bin/sh", "-c", guard, connection.path().toString()));
    guarded.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(guarded).directory(workingDir.toFile());
    builder.environment().putAll(env);
    builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.redirect());
    KernelProcess started = new KernelProcess(builder.start(), log);
    log.follow(started.process.getInputStream());
    started.tell(connection.content());
    return started;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code of an ended process; 128 + n when signal n ended it. */
  int exitCode() {
    return process.exitValue();
  }

  /** Waits for the end of the process. */
  boolean waitFor(Duration timeout) throws InterruptedException {
    return process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Calls back, on another thread, with the exit code. */
  void onExit(IntConsumer action) {
    var unused = process.onExit().thenAccept(ended -> action.accept(ended.exitValue()));
  }

  /**
   * Sends a signal, such as {@code INT}, to the kernel and all it started. Nothing happens when it
   * has ended.
   */
  void signal(String name) {
    tell((name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void tell(byte[] line) {
    try {
      signals.write(line);
      signals.flush();
    } catch (IOException e) {
      // Without its guard no kernel is to live.
      process.destroy();
    }
  }

  /** Waits until all that the ended process wrote is in the log. */
  void awaitLog(Duration timeout) {
    log.await(timeout);
  }

  /** Ends the kernel and all it started, by letting go of the guard. */
  void kill() {
    try {
      signals.close();
    } catch (IOException e) {
      // The guard is gone already; the line below ends the kernel all the same.
    }
    process.destroyForcibly();
  }
}
