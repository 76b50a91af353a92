package dev.platen.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFloatTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.1, -0.1",
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "100000, 100000.0",
    "1e7, 10000000.0",
    "123456789.125, 123456789.125",
    "1e15, 1000000000000000.0",
    "9999999999999998, 9999999999999998.0",
    "1e16, 1e+16",
    "12345678901234567890, 1.2345678901234567e+19",
    "1e22, 1e+22",
    "1e23, 1e+23",
    "2e-3, 0.002",
    "1e-4, 0.0001",
    "-1.5e-4, -0.00015",
    "9.999e-5, 9.999e-05",
    "1e-5, 1e-05",
    "-1e-300, -1e-300",
    "5e-324, 5e-324",
    "9.9e-324, 1e-323",
    "4.9e-323, 5e-323",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "3.141592653589793, 3.141592653589793",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf"
  })
  void reprIsPythons(double value, String repr) {
    assertThat(PythonFloat.repr(value)).isEqualTo(repr);
  }
}
