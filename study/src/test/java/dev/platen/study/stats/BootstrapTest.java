package dev.platen.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final double[] LAW = {
    // Efron's law school: the averages of 15 schools.
    576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594
  };

  @Test
  void theSameSeedGivesTheSameInterval() {
    Interval first = Bootstrap.STANDARD.interval(LAW).orElseThrow();
    assertThat(Bootstrap.STANDARD.interval(LAW)).contains(first);
    assertThat(new Bootstrap(10_000, 2).interval(LAW).orElseThrow()).isNotEqualTo(first);
  }

  @Test
  void itIsNearStudentsIntervalWhereValuesAreManyAndNormal() {
    Random random = new Random(7);
    double[] values = new double[400];
    Arrays.setAll(values, i -> 5 + random.nextGaussian());
    Interval student = Summary.of(values).interval().orElseThrow();
    Interval drawn = Bootstrap.STANDARD.interval(values).orElseThrow();
    assertThat(drawn.low()).isCloseTo(student.low(), within(0.02));
    assertThat(drawn.high()).isCloseTo(student.high(), within(0.02));
  }

  @Test
  void itLeansToTheLongTail() {
    Random random = new Random(3);
    double[] values = new double[40];
    Arrays.setAll(values, i -> Math.exp(random.nextGaussian()));
    double mean = Summary.of(values).mean();
    Interval drawn = Bootstrap.STANDARD.interval(values).orElseThrow();
    assertThat(drawn.high() - mean).isGreaterThan(1.1 * (mean - drawn.low()));
    double[] mirrored = Arrays.stream(values).map(v -> -v).toArray();
    Interval other = Bootstrap.STANDARD.interval(mirrored).orElseThrow();
    assertThat(other.low()).isCloseTo(-drawn.high(), within(1e-9));
  }

  @Test
  void fewOrEqualValuesAreNoTrouble() {
    assertThat(Bootstrap.STANDARD.interval(1)).isEmpty();
    assertThat(Bootstrap.STANDARD.interval(1, Double.NaN)).isEmpty();
    assertThat(Bootstrap.STANDARD.interval(2, 2, 2)).contains(new Interval(2, 2));
    Interval two = Bootstrap.STANDARD.interval(1, 3).orElseThrow();
    assertThat(two).isEqualTo(new Interval(1, 3));
  }
}
