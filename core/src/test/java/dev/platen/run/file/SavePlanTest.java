package dev.platen.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavePlanTest {
  @ParameterizedTest
  @CsvSource({
    "true,  0,  true,  1000,  10,   true",
    "true,  0,  true,  900,   10,   false",
    "true,  0,  false, 60000, 10,   false",
    "true,  0,  true,  1000,  30,   false",
    "false, 30, true,  29000, 10,   false",
    "false, 30, false, 30000, 10,   true",
    "false, 30, false, 30000, 1000, false",
    "false, 0,  true,  90000, 10,   false"
  })
  void aNotebookIsSavedAFewTimes(
      boolean atCells, int every, boolean between, int passed, int cost, boolean isDue) {
    SavePlan plan = new SavePlan(atCells, Duration.ofSeconds(every));
    assertThat(plan.isDue(between, Duration.ofMillis(passed), Duration.ofMillis(cost)))
        .isEqualTo(isDue);
  }
}
