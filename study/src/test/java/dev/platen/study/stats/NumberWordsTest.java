package dev.platen.study.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0.0211, 0.04123, 0.041",
    "0.0211, 0.02, 0.020",
    "0.0995, 0.5, 0.50",
    "0.00996, 0.5, 0.500",
    "13.2, 1234.5, 1234",
    "1320, 123456, 123500",
    "0.01, -0.00001, 0.000",
    "1e-14, 2.5e-13, 2.50e-13",
    "1e14, 2.51e15, 2.51e+15",
    "0, 0.123456, 0.1235",
    "NaN, 0.123456, 0.1235",
    "0.01, NaN, nan",
    "0.01, -Infinity, -inf"
  })
  void anUncertaintySetsTheDigits(double uncertainty, double value, String said) {
    assertThat(NumberWords.of(uncertainty, value).say(value)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-3, -3",
    "0, 0",
    "1234567, 1234567",
    "0.25, 0.25",
    "0.1234567, 0.1235",
    "NaN, nan",
    "1e300, 1e+300",
    "1.5e-7, 1.5e-07",
    "2.5e-12, 2.5e-12",
    "123456.7, 123500"
  })
  void aNumberAloneHasFourDigits(double value, String said) {
    assertThat(NumberWords.alone(value)).isEqualTo(said);
  }
}
