package dev.platen.study.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "512MB, 512000000",
    "512 MiB, 536870912",
    "1.5GB, 1500000000",
    "8GiB, 8589934592",
    "4kB, 4000",
    "2TB, 2000000000000",
  })
  void readsAnAmountAndItsUnit(String text, long bytes) {
    assertThat(ByteSize.read(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "8", "8G", "8gb", "-8GB", "0MB", "0.0001kB", "8  GB", "1e3MB", "8GBs"})
  void otherTextIsNone(String text) {
    assertThat(ByteSize.read(text)).isEmpty();
  }
}
