package dev.platen.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.platen.json.JsonBoolean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaceTest {
  private static final int POINTS = 6;

  private final Map<String, Map<String, Double>> values = new LinkedHashMap<>();

  private void point(String name, double... bySeed) {
    Map<String, Double> seeds = new LinkedHashMap<>();
    for (double value : bySeed) {
      seeds.put("" + seeds.size(), value);
    }
    values.put(name, seeds);
  }

  private List<Decision> decide() {
    return Race.STANDARD.decide(values, true);
  }

  @Test
  void whatLosesOnEverySeedIsDroppedOnceThatCanBeNoChance() {
    point("good", 1, 2, 3, 4);
    point("bad", 2, 3, 4, 5);
    assertThat(decide()).extracting(Decision::drop).containsExactly(false);
    point("good", 1, 2, 3, 4, 5);
    point("bad", 2, 3, 4, 5, 6.5);
    Decision decision = decide().get(0);
    assertThat(decision)
        .isEqualTo(new Decision("bad", "good", 5, 1.1, 15, 1 / 32.0, 1 / 32.0, 0.05));
    assertThat(decision.drop()).isTrue();
    assertThat(decision.words())
        .isEqualTo(
            "bad gets no further seeds: behind good by 1.1 over 5 seeds,"
                + " signed-rank W 15, p 0.03125, adjusted 0.03125 <= 0.05");
  }

  @Test
  void whereMoreIsBetterTheLowerOneLoses() {
    point("low", 1, 2, 3, 4, 5);
    point("high", 2, 3, 4, 5, 6.5);
    List<Decision> decisions = Race.STANDARD.decide(values, false);
    assertThat(decisions).extracting(Decision::point).containsExactly("low");
    assertThat(decisions.get(0).behind()).isCloseTo(1.1, within(1e-12));
    assertThat(decisions.get(0).drop()).isTrue();
  }

  @Test
  void morePointsNeedMoreSeeds() {
    assertThat(Race.STANDARD.leastSeeds(2)).isEqualTo(5);
    assertThat(Race.STANDARD.leastSeeds(3)).isEqualTo(6);
    assertThat(Race.STANDARD.leastSeeds(6)).isEqualTo(7);
    assertThat(Race.STANDARD.leastSeeds(11)).isEqualTo(8);
    assertThat(Race.STANDARD.leastSeeds(25)).isEqualTo(9);
    point("good", 1, 2, 3, 4, 5);
    point("bad", 2, 3, 4, 5, 6.5);
    point("worse", 4, 5, 6, 7, 8.5);
    assertThat(decide()).extracting(Decision::adjusted).containsExactly(1 / 16.0, 1 / 16.0);
    assertThat(decide()).extracting(Decision::drop).containsOnly(false);
  }

  @Test
  void onlySeedsThatEveryPointHasFinishedCount() {
    point("good", 1, 2, 3, 4, 5);
    point("bad", 2, 3, 4, 5, 6.5);
    point("slow", 1, 2.5);
    assertThat(decide()).extracting(Decision::pairs).containsExactly(2, 2);
    point("unstarted");
    assertThat(decide()).isEmpty();
  }

  @Test
  void aPointWithFailedRunsIsJudgedByTheOthers() {
    point("good", 1, 2, 3, 4, 5, 6);
    point("shaky", Double.NaN, 3, 4, 5, 6.5, 7.5);
    point("broken", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    assertThat(decide()).hasSize(1);
    assertThat(decide().get(0).pairs()).isEqualTo(5);
    assertThat(decide().get(0).drop()).isTrue();
  }

  @Test
  void equalPointsStay() {
    point("a", 1, 2, 3, 4, 5, 6, 7);
    point("b", 1, 2, 3, 4, 5, 6, 7);
    assertThat(decide()).extracting(Decision::p).containsExactly(1.0);
    assertThat(decide().get(0).drop()).isFalse();
  }

  @Test
  void theRecordHoldsEveryNumber() {
    point("good", 1, 2, 3, 4, 5);
    point("bad", 2, 3, 4, 5, 7);
    var json = decide().get(0).toJson();
    assertThat(json.members().keySet())
        .containsExactly(
            "point", "against", "pairs", "behind", "w", "p", "adjusted", "alpha", "drop", "words");
    assertThat(json.value("drop")).isEqualTo(JsonBoolean.of(true));
    assertThat(json.text("against")).isEqualTo("good");
  }

  /** The number that decision 019 and the documentation tell. */
  @Test
  void aPointAsGoodAsTheOthersIsSeldomDroppedThoughEverySeedIsLookedAt() {
    Random random = new Random(5);
    int studies = 300;
    int dropped = 0;
    for (int study = 0; study < studies; study++) {
      dropped += droppedOfEqualPoints(random);
    }
    double risk = dropped / (double) (POINTS * studies);
    assertThat(risk).isBetween(0.06, 0.11);
  }

  /** How many of points that differ by chance only are dropped in twelve seeds. */
  private static int droppedOfEqualPoints(Random random) {
    Map<String, Map<String, Double>> racing = new LinkedHashMap<>();
    for (int p = 0; p < POINTS; p++) {
      racing.put("p" + p, new LinkedHashMap<>());
    }
    for (int seed = 0; seed < 12; seed++) {
      String name = "" + seed;
      racing.values().forEach(bySeed -> bySeed.put(name, random.nextGaussian()));
      for (Decision decision : Race.STANDARD.decide(racing, true)) {
        if (decision.drop()) {
          racing.remove(decision.point());
        }
      }
    }
    return POINTS - racing.size();
  }
}
