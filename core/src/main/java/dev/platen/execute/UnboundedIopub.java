package dev.platen.execute;

import dev.platen.kernel.KernelClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Keeps ipykernel from dropping outputs when it prints faster than anybody can read. */
final class UnboundedIopub {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private UnboundedIopub() {}

  /** Lets outputs wait without limit; nothing happens on kernels that aren't ipykernel. */
  static void request(KernelClient kernel, Clock clock) throws InterruptedException {
    if (kernel.info().implementation().equals("ipython")) {
      var unused = new SilentEvaluation(kernel, clock).evaluate(code(), Map.of(), TIMEOUT);
    }
  }

  private static String code() {
    try (InputStream in = UnboundedIopub.class.getResourceAsStream("unbounded_iopub.py")) {
      if (in == null) {
        throw new IllegalStateException("unbounded_iopub.py is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
