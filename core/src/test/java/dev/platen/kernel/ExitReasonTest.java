package dev.platen.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitReasonTest {
  @ParameterizedTest
  @CsvSource({
    "8100000000, 8000000000, 8.1 GB, 8 GB",
    "8000000001, 8000000000, 8.000000001 GB, 8 GB",
    "8010000000, 8000000000, 8.01 GB, 8 GB",
    "9663676416, 8589934592, 9 GiB, 8 GiB",
    "1610612736, 536870912, 1.5 GiB, 512 MiB",
    "1500, 1000, 1.5 kB, 1 kB",
    "12, 7, 12 bytes, 7 bytes"
  })
  void bothAmountsAreSaidInTheLimitsUnits(long taken, long limit, String took, String permitted) {
    assertThat(new ExitReason.MemoryLimit(taken, limit).words())
        .isEqualTo(
            "the run took " + took + ", more than its limit of " + permitted + "; it was stopped");
  }
}
