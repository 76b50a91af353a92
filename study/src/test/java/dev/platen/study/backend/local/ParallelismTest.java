package dev.platen.study.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ParallelismTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final OptionalInt AUTO = OptionalInt.empty();

  @Test
  void coresDecideWhenNothingElseDoes() {
    assertThat(Parallelism.of(AUTO, OptionalLong.empty(), Map.of())).isEqualTo(CORES);
    assertThat(Parallelism.of(AUTO, OptionalLong.of(1), Map.of())).isEqualTo(CORES);
  }

  @Test
  void runsThatFillTheMemoryRunAlone() {
    assertThat(Parallelism.of(AUTO, OptionalLong.of(Long.MAX_VALUE), Map.of())).isEqualTo(1);
  }

  @Test
  void whoAsksGetsWhatTheyAskFor() {
    assertThat(Parallelism.of(OptionalInt.of(50), OptionalLong.of(Long.MAX_VALUE), Map.of()))
        .isEqualTo(50);
  }

  @Test
  void thereAreNotMoreRunsThanSlots() {
    Map<String, List<String>> slots = Map.of("GPU", List.of("0"), "PORT", List.of("1", "2"));
    assertThat(Parallelism.of(OptionalInt.of(4), OptionalLong.empty(), slots)).isEqualTo(1);
    assertThat(Parallelism.of(AUTO, OptionalLong.empty(), slots)).isEqualTo(1);
  }
}
