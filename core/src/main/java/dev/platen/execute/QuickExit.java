package dev.platen.execute;

import dev.platen.json.JsonString;
import dev.platen.json.JsonWriter;
import dev.platen.kernel.KernelClient;
import dev.platen.resource.ResourceText;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Lets a Python kernel leave quickly after the last cell: what is in memory then is left out of the
 * searches for cycles that Python makes as it ends.
 *
 * @see <a href="https://docs.python.org/3/library/gc.html#gc.freeze">gc.freeze</a>
 */
final class QuickExit {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /**
   * An expression, in a namespace of its own: nothing of it can be seen in the notebook, whose own
   * {@code exec} may be another.
   */
  private static final String EXPRESSION =
      "__import__('builtins').exec(%s, {'__builtins__': {**__import__('builtins').__dict__}})";

  private QuickExit() {}

  /** Prepares it; nothing happens on kernels that aren't ipykernel. */
  static void request(KernelClient kernel, Clock clock) throws InterruptedException {
    if (kernel.info().implementation().equals("ipython")) {
      String code = ResourceText.beside(QuickExit.class, "quick_exit.py");
      // JSON's text is Python's, too.
      String expression = EXPRESSION.formatted(JsonWriter.compactText(new JsonString(code)));
      var unused =
          new SilentEvaluation(kernel, clock).evaluate("", Map.of("platen", expression), TIMEOUT);
    }
  }
}
