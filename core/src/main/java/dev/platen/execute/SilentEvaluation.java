package dev.platen.execute;

import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.message.ExecuteReply;
import dev.platen.message.ExecuteRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Runs code of ours in the kernel, between the cells, without a trace in the notebook. */
public final class SilentEvaluation {
  private final KernelClient kernel;
  private final Clock clock;
  private final Cancellation cancellation;

  public SilentEvaluation(KernelClient kernel, Clock clock) {
    this(kernel, clock, new Cancellation());
  }

  /** One that gives up when the run is cancelled. */
  public SilentEvaluation(KernelClient kernel, Clock clock, Cancellation cancellation) {
    this.kernel = kernel;
    this.clock = clock;
    this.cancellation = cancellation;
  }

  /**
   * Runs the code, then evaluates the expressions.
   *
   * @param expressions name to expression
   * @param timeout after which the kernel is interrupted
   * @return name to {@code {status, data, metadata}}; empty when the code failed or didn't end in
   *     time
   */
  public Optional<JsonObject> evaluate(
      String code, Map<String, String> expressions, Duration timeout) throws InterruptedException {
    Exchange.Limits limits =
        new Exchange.Limits(
            clock, clock.instant().plus(timeout), Duration.ofSeconds(2), cancellation);
    Exchange exchange =
        Exchange.start(
            kernel, ExecuteRequest.silent(code, expressions), limits, (parent, message) -> {});
    return exchange.await() == Exchange.Ending.DONE
        ? exchange.reply().filter(ExecuteReply::ok).map(ExecuteReply::userExpressions)
        : Optional.empty();
  }
}
