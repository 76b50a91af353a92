package dev.platen.study.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  /** The values at seeds 0, 1, 2, … */
  private static Map<String, Double> seeds(double... values) {
    Map<String, Double> bySeed = new LinkedHashMap<>();
    for (double value : values) {
      bySeed.put("seed=" + bySeed.size(), value);
    }
    return bySeed;
  }

  private static String least(Map<String, Double> first, Map<String, Double> second) {
    return say(PairedComparison.of(first, second), true);
  }

  private static String say(PairedComparison comparison, boolean least) {
    return new Verdict(comparison, "mlp-32", "mlp-16", "mse", least).words();
  }

  @Test
  void aClearDifferenceIsSaidWithItsInterval() {
    assertThat(least(seeds(.30, .31, .35, .29, .28), seeds(.35, .33, .41, .31, .33)))
        .isEqualTo(
            "mlp-32 better than mlp-16: mse lower by 0.040, 95 % interval 0.017 to 0.063, 5 seeds");
  }

  @Test
  void theBetterOneComesFirstWhicheverWasFirst() {
    assertThat(least(seeds(.35, .33, .41, .31, .33), seeds(.30, .31, .35, .29, .28)))
        .startsWith("mlp-16 better than mlp-32: mse lower by 0.040, 95 % interval 0.017 to 0.063");
  }

  @Test
  void whereMoreIsBetterTheHigherOneWins() {
    PairedComparison comparison = PairedComparison.of(seeds(.9, .92, .91), seeds(.8, .83, .8));
    assertThat(say(comparison, false))
        .startsWith("mlp-32 better than mlp-16: mse higher by 0.100, 95 % interval 0.075 to 0.125");
    assertThat(say(comparison.reversed(), true)).startsWith("mlp-32 better than mlp-16: mse lower");
  }

  @Test
  void anIntervalAroundZeroTellsNothingApart() {
    assertThat(least(seeds(.30, .31, .35, .29, .30), seeds(.31, .30, .36, .30, .29)))
        .isEqualTo(
            "mlp-32 and mlp-16 can't be told apart; mlp-32: mse lower by 0.002, 95 % interval -0.012 to 0.016, 5 seeds");
  }

  @Test
  void ofTwoThatCantBeToldApartTheOneIsNamedThatIsBetterByALittle() {
    PairedComparison comparison =
        PairedComparison.of(seeds(.31, .30, .36, .30, .29), seeds(.30, .31, .35, .29, .30));
    assertThat(say(comparison, true)).contains("apart; mlp-16: mse lower by 0.002, 95 % interval");
    assertThat(say(comparison, false))
        .contains("apart; mlp-32: mse higher by 0.002, 95 % interval");
  }

  @Test
  void oneRepeatProvesNothing() {
    assertThat(least(seeds(.3), seeds(.4)))
        .isEqualTo(
            "mlp-32 and mlp-16 can't be told apart; mlp-32: mse lower by 0.1, but one repeat each proves nothing");
    assertThat(least(seeds(.3, .31, .32), seeds(.4)))
        .endsWith("but one repeat of mlp-16 proves nothing");
  }

  @Test
  void equalValuesAreSaidToBeEqual() {
    assertThat(least(seeds(.3, .4), seeds(.3, .4)))
        .isEqualTo("mlp-32 and mlp-16 can't be told apart: mse the same in every repeat, 2 seeds");
    assertThat(least(seeds(.3), seeds(.3)))
        .isEqualTo(
            "mlp-32 and mlp-16 can't be told apart: mse the same, but one repeat each proves nothing");
  }

  @Test
  void onlySeedsThatBothHaveArePaired() {
    Map<String, Double> more = seeds(.30, .31, .35, .29, .28, 9, Double.NaN);
    PairedComparison comparison =
        PairedComparison.of(more, seeds(.35, .33, .41, .31, .33, Double.NaN, 9));
    assertThat(comparison.pairing()).isEqualTo(PairedComparison.Pairing.SEEDS);
    assertThat(comparison.first()).isEqualTo(5);
  }

  @Test
  void withoutSharedSeedsTheGroupsAreCompared() {
    PairedComparison comparison =
        PairedComparison.of(Map.of("a", 1.0, "b", 1.1, "c", 0.9), Map.of("d", 2.0, "e", 2.1));
    assertThat(comparison.pairing()).isEqualTo(PairedComparison.Pairing.GROUPS);
    assertThat(say(comparison, true)).endsWith("3 and 2 repeats, unpaired");
    PairedComparison even = PairedComparison.unpaired(List.of(1.0, 1.1), List.of(2.0, 2.1));
    assertThat(say(even, true)).endsWith("2 repeats each, unpaired");
  }

  @Test
  void constantGroupsThatDifferHaveAnIntervalOfNoWidth() {
    PairedComparison comparison = PairedComparison.unpaired(List.of(1.0, 1.0), List.of(2.0, 2.0));
    assertThat(comparison.interval()).contains(new Interval(-1, -1));
    assertThat(comparison.p()).isEmpty();
    assertThat(say(comparison, true)).contains("mse lower by 1.000, 95 % interval 1.000 to 1.000");
  }

  @Test
  void aGroupWithoutFiniteValuesHasNothingToCompare() {
    assertThat(least(seeds(Double.NaN, Double.NaN), seeds(.1, .2)))
        .isEqualTo("nothing to compare: mlp-32 has no finite mse");
  }
}
