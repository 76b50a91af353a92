package dev.platen.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.parameter.Parameters;
import dev.platen.study.MadePastRun;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.trial.Trial;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CensusTest {
  private static PlannedTrial planned(Need need) {
    return new PlannedTrial(
        new Trial(Parameters.EMPTY, Parameters.EMPTY, 0, Parameters.EMPTY), need);
  }

  private static Stream<PlannedTrial> because(String reason, int times) {
    return IntStream.range(0, times).mapToObj(i -> planned(new Need.ToRun(reason)));
  }

  @Test
  void theMostFrequentReasonComesFirst() {
    PastRun run = MadePastRun.of(RunStatus.FAILED, Map.of());
    Stream<PlannedTrial> plan =
        Stream.of(
                because("model.py changed", 2),
                because("it never ran", 3),
                Stream.of(planned(new Need.Done(run)), planned(new Need.FailedBefore(run))))
            .flatMap(s -> s);
    Census census = Census.of(plan);
    assertThat(census.trials()).isEqualTo(7);
    assertThat(census.done()).isEqualTo(1);
    assertThat(census.failedBefore()).isEqualTo(1);
    assertThat(census.toRun()).isEqualTo(5);
    assertThat(census.because().keySet()).containsExactly("it never ran", "model.py changed");
  }

  @Test
  void reasonsBeyondSomeAreOnlyCounted() {
    Stream<PlannedTrial> plan =
        IntStream.range(0, 500).mapToObj(i -> planned(new Need.ToRun("reason " + i)));
    Census census = Census.of(plan);
    assertThat(census.toRun()).isEqualTo(500);
    assertThat(census.because()).hasSize(21).containsEntry("other reasons", 480L);
  }
}
