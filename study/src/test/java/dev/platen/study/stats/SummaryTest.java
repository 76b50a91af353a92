package dev.platen.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void oneValueHasNoSpreadAndNoInterval() {
    Summary summary = Summary.of(0.3);
    assertThat(summary.n()).isEqualTo(1);
    assertThat(summary.mean()).isEqualTo(0.3);
    assertThat(summary.median()).isEqualTo(0.3);
    assertThat(summary.sd()).isNaN();
    assertThat(summary.interval()).isEmpty();
  }

  @Test
  void noValuesHaveNothing() {
    Summary summary = Summary.of();
    assertThat(summary.n()).isZero();
    assertThat(summary.mean()).isNaN();
    assertThat(summary.min()).isNaN();
    assertThat(summary.interval()).isEmpty();
  }

  @Test
  void equalValuesHaveAnIntervalOfNoWidthAndNoRoundingError() {
    Summary summary = Summary.of(0.1, 0.1, 0.1);
    assertThat(summary.sd()).isZero();
    assertThat(summary.interval()).contains(new Interval(0.1, 0.1));
  }

  @Test
  void whatIsNotFiniteIsCountedApart() {
    Summary summary = Summary.of(1, Double.NaN, 3, Double.POSITIVE_INFINITY);
    assertThat(summary.n()).isEqualTo(2);
    assertThat(summary.notFinite()).isEqualTo(2);
    assertThat(summary.mean()).isEqualTo(2);
    assertThat(summary.max()).isEqualTo(3);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Summary.of(10, 1, 3, 2).median()).isEqualTo(2.5);
    assertThat(Summary.of(1e308, 1.5e308).median()).isEqualTo(1.25e308);
  }

  @Test
  void aLargeCommonPartDoesNotCancelTheSpreadAway() {
    Summary summary = Summary.of(1e15 + 4, 1e15 + 7, 1e15 + 13, 1e15 + 16);
    assertThat(summary.mean()).isEqualTo(1e15 + 10);
    assertThat(summary.sd()).isCloseTo(Math.sqrt(30), within(1e-12));
  }

  @Test
  void neitherHugeNorTinyValuesOverflow() {
    Summary huge = Summary.of(-1e308, 1e308);
    assertThat(huge.mean()).isZero();
    assertThat(huge.sd() / 1e308).isCloseTo(Math.sqrt(2), within(1e-12));
    Summary tiny = Summary.of(DoubleStream.of(1, 2, 3).map(v -> v * 1e-200).toArray());
    assertThat(tiny.sd() / 1e-200).isCloseTo(1, within(1e-12));
  }
}
