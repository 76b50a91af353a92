package dev.platen.parameter.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTranslatorTest {
  private final Translator python = Translators.of("python");

  /** Expected: papermill 2.7.0's own output. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null|None",
        "true|True",
        "false|False",
        "-7|-7",
        "1e22|1e+22",
        "-0.0|-0.0",
        "NaN|float('nan')",
        "Infinity|float('inf')",
        "-Infinity|float('-inf')",
        "\"x\\\"\\\\\\n\\té\\u20ac\\ud83d\\ude00\\u0000\\u007f\\ud800\"|"
            + "\"x\\\"\\\\\\n\\t\\xe9\\u20ac\\U0001f600\\x00\\x7f\\ud800\"",
        "\"\\r\\u001b\\u0085\\u00a0\\u2028\\ue000\\udbff\\udfff'\"|"
            + "\"\\r\\x1b\\x85\\xa0\\u2028\\ue000\\U0010ffff'\"",
        "[1, 2.5, \"a\"]|[1, 2.5, \"a\"]",
        "[]|[]",
        "{}|{}",
        "{\"a\\\"b\": 1, \"3\": null}|{\"a\\\"b\": 1, \"3\": None}",
      })
  void writesWhatPapermillWrites(String json, String expected) throws JsonSyntaxException {
    assertThat(python.literal(ParameterValue.of(JsonReader.read(json)))).isEqualTo(expected);
  }

  @Test
  void integersTooLongForPythonsDecimalsAreHexadecimal() {
    BigInteger largestDecimal = BigInteger.TEN.pow(4300).subtract(BigInteger.ONE);

    assertThat(python.literal(new IntegerValue(largestDecimal.negate())))
        .isEqualTo("-" + "9".repeat(4300));
    assertThat(python.literal(new IntegerValue(BigInteger.ONE.shiftLeft(20000).negate())))
        .isEqualTo("-0x1" + "0".repeat(5000));
  }
}
