package dev.platen.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VarianceShareTest {
  @Test
  void itIsTheSumOfSquaresBetweenTheGroupsOverTheWhole() {
    // Means 2 and 6 around 4: between 4 * 2² = 16; within 1 + 1 + 1 + 1.
    VarianceShare share =
        VarianceShare.of(List.of("a", "a", "b", "b"), new double[] {1, 3, 5, 7}).orElseThrow();
    assertThat(share.share()).isCloseTo(16.0 / 20, within(1e-12));
    assertThat(share.byChance()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(share.levels()).isEqualTo(2);
    assertThat(share.n()).isEqualTo(4);
  }

  @Test
  void equalMeansShareNothingAndEqualGroupsAll() {
    assertThat(
            VarianceShare.of(List.of(1, 1, 2, 2), new double[] {1, 3, 3, 1}).orElseThrow().share())
        .isZero();
    assertThat(
            VarianceShare.of(List.of(1, 1, 2, 2), new double[] {1, 1, 3, 3}).orElseThrow().share())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotFiniteCountsNeitherAsValueNorAsLevel() {
    VarianceShare share =
        VarianceShare.of(List.of("a", "a", "b", "b", "c"), new double[] {1, 3, 5, 7, Double.NaN})
            .orElseThrow();
    assertThat(share.levels()).isEqualTo(2);
    assertThat(share.share()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void hugeNumbersDontOverflowAndTinyOnesDontVanish() {
    double[] huge = {1e300, 3e300, 5e300, 7e300};
    double[] tiny = {1e-300, 3e-300, 5e-300, 7e-300};
    for (double[] values : List.of(huge, tiny)) {
      assertThat(VarianceShare.of(List.of("a", "a", "b", "b"), values).orElseThrow().share())
          .isCloseTo(0.8, within(1e-12));
    }
  }

  @Test
  void nothingIsSaidOfOneGroupOfAsManyAsValuesOrOfNoDifference() {
    assertThat(VarianceShare.of(List.of("a", "a"), new double[] {1, 2})).isEmpty();
    assertThat(VarianceShare.of(List.of("a", "b"), new double[] {1, 2})).isEmpty();
    assertThat(VarianceShare.of(List.of("a", "a", "b"), new double[] {2, 2, 2})).isEmpty();
    assertThat(VarianceShare.of(List.of(), new double[0])).isEmpty();
  }
}
