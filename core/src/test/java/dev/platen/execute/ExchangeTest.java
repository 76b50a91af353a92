package dev.platen.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelEvent;
import dev.platen.message.Channel;
import dev.platen.message.ExecuteRequest;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.testkit.LossyKernel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a real kernel does too rarely to test: it loses messages. */
class ExchangeTest {
  private final List<String> published = new ArrayList<>();

  private Exchange start(LossyKernel kernel) {
    Exchange.Limits limits =
        new Exchange.Limits(Clock.systemUTC(), null, Duration.ofSeconds(1), new Cancellation());
    return Exchange.start(
        kernel,
        ExecuteRequest.cell("x"),
        limits,
        (parent, message) -> published.add(message.type()));
  }

  @Test
  void endsAtReplyAndIdleInEitherOrder() throws Exception {
    assertThat(start(new LossyKernel("reply idle")).await()).isEqualTo(Exchange.Ending.DONE);
    assertThat(start(new LossyKernel("idle reply")).await()).isEqualTo(Exchange.Ending.DONE);
  }

  @Test
  void outputsBetweenReplyAndIdleAreKept() throws Exception {
    assertThat(start(new LossyKernel("reply stream stream idle")).await())
        .isEqualTo(Exchange.Ending.DONE);
    assertThat(published).containsExactly("stream", "stream", "status");
  }

  @Test
  void aLostIdleIsFoundOutByAskingAgain() throws Exception {
    Exchange exchange = start(new LossyKernel("stream reply"));
    assertThat(exchange.await()).isEqualTo(Exchange.Ending.DONE);
    assertThat(exchange.reply()).isPresent();
  }

  @Test
  void aLostReplyIsFoundOutByAskingAgain() throws Exception {
    Exchange exchange = start(new LossyKernel("stream idle"));
    assertThat(exchange.await()).isEqualTo(Exchange.Ending.DONE);
    assertThat(exchange.reply()).isEmpty();
  }

  @Test
  void aKernelThatAsksForInputIsInterrupted() throws Exception {
    LossyKernel kernel = new LossyKernel("reply idle");
    JsonObject question = JsonObject.build(o -> o.put("prompt", "?").put("password", false));
    Message asked = kernel.message(MessageTypes.INPUT_REQUEST, "0", question);
    kernel.prepend(new KernelEvent.Received(Channel.STDIN, asked));
    assertThat(start(kernel).await()).isEqualTo(Exchange.Ending.DONE);
    assertThat(kernel.interrupts()).isEqualTo(1);
  }

  @Test
  void theDeathOfTheKernelEndsIt() throws Exception {
    Exchange exchange = start(new LossyKernel("stream exit"));
    assertThat(exchange.await()).isEqualTo(Exchange.Ending.KERNEL_LOST);
    assertThat(exchange.exited()).contains(new KernelEvent.Exited(137));
    assertThat(published).containsExactly("stream");
  }
}
