package dev.platen.parameter.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "90, PT1M30S",
    "90s, PT1M30S",
    "500ms, PT0.5S",
    "1.5m, PT1M30S",
    "2h, PT2H",
    "1d, PT24H",
    "' 30m ', PT30M",
    "0, PT0S",
    "0.0004s, PT0S",
  })
  void readsANumberAndItsUnit(String text, Duration span) {
    assertThat(DurationText.read(text)).contains(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s", "2 h", "-1s", "1e3", "1w", "2h30m", "1:30", ".5h", "9999999999999s"})
  void otherTextIsNone(String text) {
    assertThat(DurationText.read(text)).isEmpty();
  }
}
