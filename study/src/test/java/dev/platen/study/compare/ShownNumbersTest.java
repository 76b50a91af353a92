package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShownNumbersTest {
  private static List<String> shown(ParameterValue... values) {
    List<Parameters> points =
        Stream.of(values).map(value -> new Parameters(Map.of("x", value))).toList();
    ShownNumbers numbers = ShownNumbers.of(points, List.of("x"));
    return points.stream().map(point -> numbers.words(point, "x")).toList();
  }

  private static List<String> shown(double... values) {
    return shown(
        java.util.stream.DoubleStream.of(values)
            .mapToObj(ParameterValue::of)
            .toArray(ParameterValue[]::new));
  }

  @Test
  void sixDigitsAreEnough() {
    assertThat(shown(0.1 + 0.2, 1.0 / 3, 123456.789, 1.5e-300, -2.0 / 3))
        .containsExactly("0.3", "0.333333", "123457.0", "1.5e-300", "-0.666667");
  }

  @Test
  void noTwoValuesLookTheSame() {
    assertThat(shown(0.1234567, 0.1234568, 0.5)).containsExactly("0.1234567", "0.1234568", "0.5");
    assertThat(shown(0.1 + 0.2, 0.3)).containsExactly("0.30000000000000004", "0.3");
    assertThat(shown(0.99999999, 1.0)).containsExactly("0.99999999", "1.0");
    assertThat(shown(1e-9 / 3, 2e-9 / 3, 1e9 / 3)).doesNotHaveDuplicates();
    assertThat(shown(ParameterValue.of(1), ParameterValue.of(1 + 1e-8)))
        .containsExactly("1", "1.00000001");
  }

  @Test
  void whatIsWholeOrNoNumberIsLeftAlone() {
    assertThat(shown(123456789.0, Double.NaN, Double.NEGATIVE_INFINITY, 0))
        .containsExactly("123456789.0", "nan", "-inf", "0.0");
    assertThat(shown(ParameterValue.of(12345678901L), ParameterValue.of("0.123456789")))
        .containsExactly("12345678901", "0.123456789");
  }
}
