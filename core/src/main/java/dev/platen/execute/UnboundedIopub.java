package dev.platen.execute;

import dev.platen.kernel.KernelClient;
import dev.platen.resource.ResourceText;
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
      String code = ResourceText.beside(UnboundedIopub.class, "unbounded_iopub.py");
      var unused = new SilentEvaluation(kernel, clock).evaluate(code, Map.of(), TIMEOUT);
    }
  }
}
