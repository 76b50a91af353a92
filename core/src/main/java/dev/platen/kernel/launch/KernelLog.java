package dev.platen.kernel.launch;

import dev.platen.kernel.Secrets;
import dev.platen.kernel.StreamMask;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the kernel's process itself writes. Without secrets the system writes the file; with them
 * all goes through Platen, which masks them.
 */
final class KernelLog {
  private static final int BUFFER = 8192;

  private final Path file;
  private final Secrets secrets;
  private @Nullable OutputStream log;
  private @Nullable Thread follower;

  KernelLog(Path file, Secrets secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  /** Where the process that is to be started shall write. */
  ProcessBuilder.Redirect redirect() throws IOException {
    if (secrets.isEmpty()) {
      return ProcessBuilder.Redirect.appendTo(file.toFile());
    }
    log = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return ProcessBuilder.Redirect.PIPE;
  }

  /** Begins to write down what the process writes. */
  void follow(InputStream written) {
    OutputStream out = log;
    if (out != null) {
      follower = new Thread(() -> copy(written, out), "kernel-log");
      follower.setDaemon(true);
      follower.start();
    }
  }

  private void copy(InputStream written, OutputStream out) {
    StreamMask mask = new StreamMask(secrets);
    char[] buffer = new char[BUFFER];
    try (out;
        Reader in = new InputStreamReader(written, StandardCharsets.UTF_8)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(mask.next(new String(buffer, 0, n)).getBytes(StandardCharsets.UTF_8));
      }
      out.write(mask.flush().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // As with a file on a full disk: the log ends here, the run doesn't.
      return;
    }
  }

  /** Waits until all is written down. What escaped the kernel's end may keep it open for longer. */
  void await(Duration timeout) {
    if (follower != null) {
      try {
        follower.join(timeout.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
