package dev.platen.study.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.ParameterValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogarithmicTest {
  private static Dimension steps(Scale scale) {
    return new SteppedAxis("lr", scale, ParameterValue.of(0.001), ParameterValue.of(0.1), 3);
  }

  @Test
  void aDimensionKnowsWhichOfItsParametersGoByRatios() {
    assertThat(steps(Scale.LOG).logarithmic()).containsExactly("lr");
    assertThat(steps(Scale.LINEAR).logarithmic()).isEmpty();
    assertThat(new Typed(steps(Scale.LOG), p -> p).logarithmic()).containsExactly("lr");
    assertThat(new ListedAxis("a", List.of(ParameterValue.of(1))).logarithmic()).isEmpty();
    Map<String, Distribution> drawn = new LinkedHashMap<>();
    drawn.put("dropout", new Distribution.Span(Scale.LINEAR, 0, 0.5));
    drawn.put("decay", new Distribution.Span(Scale.LOG, 1e-6, 1e-2));
    assertThat(new Sample(4, 1, drawn).logarithmic()).containsExactly("decay");
  }
}
