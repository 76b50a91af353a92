package dev.platen.study.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadCapsTest {
  @Test
  void everyRunHasItsShareOfTheCores() {
    assertThat(ThreadCaps.of(8, 2, Map.of()))
        .containsEntry("OMP_NUM_THREADS", "4")
        .containsEntry("OPENBLAS_NUM_THREADS", "4")
        .containsEntry("MKL_NUM_THREADS", "4")
        .allSatisfy((name, value) -> assertThat(value).isEqualTo("4"));
    assertThat(ThreadCaps.of(7, 2, Map.of())).containsEntry("OMP_NUM_THREADS", "3");
  }

  @Test
  void moreRunsThanCoresHaveOneThreadEach() {
    assertThat(ThreadCaps.of(2, 5, Map.of())).containsEntry("OMP_NUM_THREADS", "1");
  }

  @Test
  void oneRunMayTakeAll() {
    assertThat(ThreadCaps.of(8, 1, Map.of())).isEmpty();
  }

  @Test
  void whatIsGivenStays() {
    assertThat(ThreadCaps.of(8, 2, Map.of("OMP_NUM_THREADS", "7")))
        .doesNotContainKey("OMP_NUM_THREADS")
        .containsEntry("MKL_NUM_THREADS", "4");
  }
}
