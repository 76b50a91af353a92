package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.parameter.Parameters;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.plan.Need;
import dev.platen.study.plan.PlannedTrial;
import dev.platen.study.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialFeedTest {
  private static final PastRun RUN = MadePastRun.of(RunStatus.SUCCEEDED, Map.of());

  private static PlannedTrial planned(int repeat, Need need) {
    return new PlannedTrial(
        new Trial(Parameters.EMPTY, Parameters.EMPTY, repeat, Parameters.EMPTY), need);
  }

  private static PlannedTrial toRun(int repeat) {
    return planned(repeat, new Need.ToRun("it never ran"));
  }

  @Test
  void onlyWhatIsToBeRunAndIsWantedIsHandedOut() {
    Stream<PlannedTrial> plan =
        Stream.of(
            planned(0, new Need.Done(RUN)),
            toRun(1),
            planned(2, new Need.FailedBefore(RUN)),
            toRun(3),
            toRun(4));
    List<Integer> passedOver = new ArrayList<>();
    TrialFeed feed =
        new TrialFeed(
            plan, trial -> trial.repeat() != 3, each -> passedOver.add(each.trial().repeat()));
    assertThat(feed.next().orElseThrow().repeat()).isEqualTo(1);
    assertThat(feed.next().orElseThrow().repeat()).isEqualTo(4);
    assertThat(feed.next()).isEmpty();
    assertThat(passedOver).containsExactly(0, 2);
  }

  @Test
  void aClosedFeedHandsOutNothing() {
    TrialFeed feed = new TrialFeed(Stream.of(toRun(0), toRun(1)), trial -> true, each -> {});
    assertThat(feed.next()).isPresent();
    feed.close();
    assertThat(feed.next()).isEmpty();
  }

  @Test
  void aPlanIsMadeAsItIsAskedFor() {
    int[] made = new int[1];
    Stream<PlannedTrial> plan =
        IntStream.range(0, 1_000_000)
            .mapToObj(
                i -> {
                  made[0]++;
                  return toRun(i);
                });
    TrialFeed feed = new TrialFeed(plan, trial -> true, each -> {});
    assertThat(feed.next()).isPresent();
    assertThat(made[0]).isLessThan(10);
  }
}
