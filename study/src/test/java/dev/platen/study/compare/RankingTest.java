package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static Ranking of(SampleRuns sample) {
    return sample.comparison().templates().get(0).ranking().orElseThrow();
  }

  private static List<String> labels(Ranking ranking) {
    return ranking.ranked().stream().map(RunGroup::label).toList();
  }

  @Test
  void theBestMeanComesFirst() {
    SampleRuns least =
        new SampleRuns("mse", true, "seed").point("a", 3, 3).point("b", 1, 2).point("c", 2, 2);
    assertThat(labels(of(least))).containsExactly("b", "c", "a");
    SampleRuns most = new SampleRuns("mse", false, "seed").point("a", 3, 3).point("b", 1, 2);
    assertThat(labels(of(most))).containsExactly("a", "b");
  }

  @Test
  void aPointWithoutFiniteValuesIsNotRanked() {
    SampleRuns sample =
        new SampleRuns("mse", true, "seed").point("a", 3, 3).point("nan", Double.NaN, Double.NaN);
    assertThat(labels(of(sample))).containsExactly("a");
    assertThat(of(sample).words()).isEmpty();
  }

  @Test
  void toHaveFailedOnTheHardSeedsIsNoMerit() {
    SampleRuns sample =
        new SampleRuns("mse", true, "seed")
            .point("whole", 1.0, 1.1, 1.2, 5.0)
            .point("shaky", 1.3, 1.5, 1.4, Double.NaN);
    Ranking ranking = of(sample);
    assertThat(labels(ranking)).containsExactly("whole", "shaky");
    assertThat(ranking.isSwapped()).isTrue();
    assertThat(ranking.words().orElseThrow())
        .startsWith("whole better than shaky: mse lower by 0.30");
  }

  @Test
  void repeatsWithoutSeedsAreComparedAsGroups() {
    SampleRuns sample = new SampleRuns("mse", true).point("a", 3, 3.1);
    assertThat(of(sample).words().orElseThrow()).contains("one repeat each proves nothing");
  }

  @Test
  void withoutAGoalNothingIsRanked() {
    SampleRuns sample = new SampleRuns("", true, "seed").point("a", 3).point("b", 1);
    assertThat(sample.comparison().templates().get(0).ranking()).isEmpty();
  }
}
