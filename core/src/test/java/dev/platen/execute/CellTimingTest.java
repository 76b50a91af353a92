package dev.platen.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTimingTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:34:56.123456Z, 2026-01-31T12:34:56.123456Z",
    "2026-01-31T12:34:56.12345Z, 2026-01-31T12:34:56.123450Z",
    "2026-01-31T12:34:56Z, 2026-01-31T12:34:56.000000Z",
    "2026-01-31t12:34:56.123456Z, 2026-01-31T12:34:56.123456Z",
    "2026-01-31T14:34:56.123456789+02:00, 2026-01-31T12:34:56.123456Z",
    "2026-13-31T12:34:56.123456Z, 2026-13-31T12:34:56.123456Z",
    "yesterday, yesterday",
  })
  void datesAreInUtcAndMicrosOrAsTheKernelSaysThem(String date, String noted) {
    CellTiming timing = new CellTiming();
    timing.replied(date);
    assertThat(timing.toMetadata().text("shell.execute_reply")).isEqualTo(noted);
  }
}
