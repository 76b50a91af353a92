package dev.platen.study.trial;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.NumberText;
import dev.platen.parameter.ParameterValue;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteppedAxisTest {
  private static ParameterValue number(String text) {
    return NumberText.read(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LINEAR | 0     | 10    | 6  | 0 2 4 6 8 10",
        "LINEAR | 10    | 0     | 3  | 10 5 0",
        "LINEAR | 0     | 1     | 11 | 0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0",
        "LINEAR | 0.0   | 10    | 3  | 0.0 5.0 10.0",
        "LINEAR | -0.1  | 0.2   | 4  | -0.1 0.0 0.1 0.2",
        "LINEAR | 0     | 1     | 4  | 0.0 0.333333333333 0.666666666667 1.0",
        "LINEAR | 1     | 0.1   | 4  | 1.0 0.7 0.4 0.1",
        "LINEAR | 0     | 100000000000000000000 | 3 | 0 50000000000000000000 100000000000000000000",
        "LOG    | 0.001 | 0.1   | 3  | 0.001 0.01 0.1",
        "LOG    | 0.001 | 0.1   | 5  | 0.001 0.00316227766017 0.01 0.0316227766017 0.1",
        "LOG    | 1     | 1000  | 4  | 1.0 10.0 100.0 1000.0",
        "LOG    | 1e-30 | 1e30  | 5  | 1e-30 1e-15 1.0 1000000000000000.0 1e+30",
        "LOG    | 0.1   | 0.001 | 3  | 0.1 0.01 0.001",
        "LOG    | 0.12345678901234567 | 3.3333333333333335 | 2 | 0.12345678901234566 3.3333333333333335",
      })
  void stepsAreEqualAndReadable(Scale scale, String from, String to, int steps, String values) {
    SteppedAxis axis = new SteppedAxis("a", scale, number(from), number(to), steps);

    assertThat(
            IntStream.range(0, axis.size())
                .mapToObj(i -> axis.point(i).value("a").orElseThrow().display())
                .collect(joining(" ")))
        .isEqualTo(values);
  }
}
