package dev.platen.study.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignedRankTest {
  @Test
  void allOnOneSideIsAsLikelyAsAllCoinsOnHeads() {
    SignedRank test = SignedRank.of(0.1, 0.2, 0.3, 0.4, 0.5);
    assertThat(test.w()).isEqualTo(15);
    assertThat(test.greater()).isEqualTo(1 / 32.0);
    assertThat(test.less()).isEqualTo(1);
    assertThat(test.twoSided()).isEqualTo(1 / 16.0);
  }

  @Test
  void tiesShareTheirRankAndStayExact() {
    SignedRank test = SignedRank.of(1, 1, 1, -1);
    assertThat(test.w()).isEqualTo(7.5);
    // Three or four of four coins.
    assertThat(test.greater()).isEqualTo(5 / 16.0);
  }

  @Test
  void zerosAreLeftOut() {
    assertThat(SignedRank.of(0, 2, -0.0, -1)).isEqualTo(SignedRank.of(2, -1));
    SignedRank nothing = SignedRank.of(0, 0);
    assertThat(nothing.pairs()).isZero();
    assertThat(nothing.twoSided()).isEqualTo(1);
  }

  @Test
  void theApproximationTakesOverWithoutAStep() {
    double[] differences = new double[SignedRank.EXACT_UP_TO + 1];
    Arrays.setAll(differences, i -> i % 3 == 0 ? -i - 1 : i + 1);
    double approximate = SignedRank.of(differences).greater();
    double exact = SignedRank.of(Arrays.copyOf(differences, SignedRank.EXACT_UP_TO)).greater();
    assertThat(approximate / exact).isBetween(0.5, 2.0);
  }
}
