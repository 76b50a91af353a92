package dev.platen.kernel.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelEvent;
import dev.platen.kernel.Secrets;
import dev.platen.message.Channel;
import dev.platen.testkit.LossyKernel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskedKernelTest {
  private static final String VALUE = "ghp_topsecretvalue";

  /**
   * What is shown of messages.
   *
   * @param messages each as {@code REQUEST NAME TEXT}; NAME is a stream's, {@code idle} or {@code
   *     shows}
   */
  private static List<String> shown(String... messages) throws InterruptedException {
    LossyKernel kernel = new LossyKernel("");
    List<String> backwards = new ArrayList<>(List.of(messages));
    Collections.reverse(backwards);
    for (String each : backwards) {
      String[] words = each.split(" ", 3);
      kernel.prepend(
          new KernelEvent.Received(
              Channel.IOPUB, kernel.message(type(words[1]), words[0], content(words))));
    }
    MaskedKernel masked = new MaskedKernel(kernel, Secrets.of(Map.of("TOKEN", VALUE)));
    List<String> shown = new ArrayList<>();
    // One more time than there are messages: nothing comes, and what waits is given out.
    for (int i = 0; i <= messages.length; i++) {
      Optional<KernelEvent> next = masked.next(Duration.ZERO);
      while (next.isPresent()) {
        shown.add(text(next.get()));
        next = masked.next(Duration.ZERO);
      }
    }
    return shown;
  }

  private static String type(String name) {
    return switch (name) {
      case "idle" -> "status";
      case "shows" -> "display_data";
      default -> "stream";
    };
  }

  private static JsonObject content(String[] words) {
    return switch (words[1]) {
      case "idle" -> JsonObject.build(o -> o.put("execution_state", "idle"));
      case "shows" ->
          JsonObject.build(
              o -> o.put("data", JsonObject.build(data -> data.put("text/plain", words[2]))));
      default -> JsonObject.build(o -> o.put("name", words[1]).put("text", words[2]));
    };
  }

  private static String text(KernelEvent event) {
    JsonObject content = ((KernelEvent.Received) event).message().content();
    return content.has("text")
        ? content.text("name") + " " + content.text("text")
        : content.text("execution_state") + content.object("data").text("text/plain");
  }

  @Test
  void whatComesBetweenThePiecesOfASecretShowsNoneOfIt() throws InterruptedException {
    assertThat(shown("1 stdout a ghp_tops", "1 stderr warned!", "1 stdout ecretvalue b"))
        .containsExactly("stdout a ", "stdout ****", "stderr warned!", "stdout **** b");
    assertThat(shown("1 stdout ghp_top", "1 shows picture", "1 stdout secret", "1 idle"))
        .containsExactly("stdout ****", "picture", "stdout ****", "idle");
  }

  @Test
  void aSecretThatGoesOnInTheNextCellIsMaskedInBoth() throws InterruptedException {
    assertThat(shown("1 stdout ghp_to", "1 idle", "2 stderr x", "2 stdout psecretvalue", "2 idle"))
        .containsExactly("stdout ****", "idle", "stderr x", "stdout ****", "idle");
  }

  @Test
  void aFewLettersAreShownInTheirOrder() throws InterruptedException {
    assertThat(shown("1 stdout 7 kg", "1 stderr warned!", "1 stdout  more", "1 stdout g"))
        .containsExactly("stdout 7 k", "stdout g", "stderr warned!", "stdout  more", "stdout g");
  }
}
