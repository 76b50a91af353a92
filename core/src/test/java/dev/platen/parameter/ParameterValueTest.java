package dev.platen.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonWriter;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValueTest {
  /** Expected: {@code repr} of Python 3.11. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null|None",
        "true|True",
        "5|5",
        "0.01|0.01",
        "1e-05|1e-05",
        "123456789012345678901234567890|123456789012345678901234567890",
        "\"relu\"|'relu'",
        "\"it's\"|\"it's\"",
        "\"it's \\\"so\\\"\"|'it\\'s \"so\"'",
        "\"a\\nb\\\\\\u0000\\u00e9\\u00a0\\u2028\\ud83d\\ude00\\ud800\"|'a\\nb\\\\\\x00é\\xa0\\u2028😀\\ud800'",
        "[8, 8]|[8, 8]",
        "[]|[]",
        "{}|{}",
        "{\"a'\": [1, {\"b\": null}], \"c\": NaN}|{\"a'\": [1, {'b': None}], 'c': nan}",
      })
  void displaysAsPythonDoesAndSurvivesJson(String json, String display) throws JsonSyntaxException {
    ParameterValue value = ParameterValue.of(JsonReader.read(json));

    assertThat(value.display()).isEqualTo(display);
    assertThat(
            ParameterValue.of(JsonReader.read(JsonWriter.compactBytes(value.toJson())))
                .equals(value))
        .isTrue();
  }

  @Test
  void nanEqualsNanAndIntegersAreNoFloats() {
    assertThat(ParameterValue.of(Double.NaN)).isEqualTo(ParameterValue.of(0.0 / 0.0));
    assertThat(ParameterValue.of(1)).isNotEqualTo(ParameterValue.of(1.0));
    assertThat(ParameterValue.of(0.0)).isNotEqualTo(ParameterValue.of(-0.0));
    assertThat(new IntegerValue(BigInteger.TEN)).isEqualTo(ParameterValue.of(10));
  }

  @Test
  void mapsKeepTheirOrderAndTheirOwnCopy() {
    Map<String, ParameterValue> entries = new LinkedHashMap<>();
    entries.put("z", ParameterValue.of(1));
    entries.put("a", new ListValue(List.of(NullValue.NULL)));
    MapValue map = new MapValue(entries);
    entries.clear();

    assertThat(map.display()).isEqualTo("{'z': 1, 'a': [None]}");
  }

  @Test
  void laterParametersReplaceValuesInTheirOldPlace() {
    Parameters first =
        Parameters.EMPTY.with("lr", ParameterValue.of(0.1)).with("n", ParameterValue.of(1));
    Parameters second =
        Parameters.EMPTY.with("new", ParameterValue.of(true)).with("lr", ParameterValue.of(0.2));

    assertThat(new MapValue(first.with(second).values()).display())
        .isEqualTo("{'lr': 0.2, 'n': 1, 'new': True}");
    assertThat(Parameters.of(first.toJson())).isEqualTo(first);
    assertThat(first.value("zz")).isEmpty();
  }
}
