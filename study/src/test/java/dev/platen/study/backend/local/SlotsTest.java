package dev.platen.study.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final Map<String, List<String>> VALUES =
      Map.of("GPU", List.of("0", "1", "2"), "PORT", List.of("a", "b", "c"));

  @Test
  void nobodyHasTheSameValueAtTheSameTime() throws InterruptedException {
    Slots slots = new Slots(VALUES, 2);
    Map<String, String> first = slots.take();
    Map<String, String> second = slots.take();
    assertThat(first).containsOnlyKeys("GPU", "PORT");
    assertThat(List.of(first, second))
        .containsExactly(Map.of("GPU", "0", "PORT", "a"), Map.of("GPU", "1", "PORT", "b"));
    slots.giveBack(first);
    assertThat(slots.take()).isEqualTo(first);
  }

  @Test
  void whoFindsNoneWaits() throws Exception {
    Slots slots = new Slots(VALUES, 1);
    Map<String, String> only = slots.take();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      CountDownLatch asking = new CountDownLatch(1);
      Future<Map<String, String>> waiting =
          other.submit(
              () -> {
                asking.countDown();
                return slots.take();
              });
      asking.await();
      assertThat(waiting.isDone()).isFalse();
      slots.giveBack(only);
      assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(only);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void withoutVariablesThereAreEmptySlots() throws InterruptedException {
    assertThat(new Slots(Map.of(), 2).take()).isEmpty();
  }
}
