package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.platen.execute.RunStatus;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportanceTest {
  private static Importance of(SampleRuns sample) {
    ComparedTemplate runs = sample.comparison().templates().get(0);
    return Importance.of("mse", runs.groups(), runs.means());
  }

  private static void run(SampleRuns sample, String arch, double rate, double mse) {
    Map<String, ParameterValue> parameters = new LinkedHashMap<>();
    parameters.put("rate", ParameterValue.of(rate));
    parameters.put("arch", ParameterValue.of(arch));
    sample.run(
        "x",
        new Parameters(parameters),
        RunStatus.SUCCEEDED,
        Map.of("mse", new MetricValue.Numeric(mse)),
        0,
        "");
  }

  @Test
  void theParameterThatMovesTheMeansComesFirst() {
    SampleRuns sample = new SampleRuns("mse", true);
    for (int i = 0; i < 4; i++) {
      run(sample, i % 2 == 0 ? "a" : "b", i / 2, i % 2 * 10 + i / 2);
    }
    List<Importance.OfParameter> shares = of(sample).shares();
    assertThat(shares).extracting(Importance.OfParameter::name).containsExactly("arch", "rate");
    assertThat(shares.get(0).share().share()).isCloseTo(100.0 / 101, within(1e-12));
    assertThat(shares.get(1).share().share()).isCloseTo(1.0 / 101, within(1e-12));
  }

  @Test
  void manyNumbersAreCutIntoQuartersOfThePoints() {
    SampleRuns sample = new SampleRuns("mse", true);
    for (int i = 0; i < 16; i++) {
      run(sample, "a", i * i, i / 4);
    }
    Importance.OfParameter rate = of(sample).shares().get(0);
    assertThat(rate.share().levels()).isEqualTo(4);
    assertThat(rate.share().share()).isEqualTo(1);
  }

  @Test
  void aParameterThatIsAnotherInEveryPointSaysNothing() {
    SampleRuns sample = new SampleRuns("mse", true);
    for (int i = 0; i < 8; i++) {
      run(sample, "name-" + i, i % 2, i);
    }
    assertThat(of(sample).shares())
        .extracting(Importance.OfParameter::name)
        .containsExactly("rate");
  }
}
