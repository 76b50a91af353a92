package dev.platen.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
  @Test
  void indentedIsPythonsIndentOfOneWithSortedKeys() throws Exception {
    JsonValue value =
        JsonReader.read(
            "{\"b\": [1, [], {}, [[]], {\"y\": null, \"x\": true}], \"a\": \"é\", \"B\": 1.50}");
    assertThat(indented(value))
        .isEqualTo(
            """
            {
             "B": 1.5,
             "a": "é",
             "b": [
              1,
              [],
              {},
              [
               []
              ],
              {
               "x": true,
               "y": null
              }
             ]
            }""");
  }

  @Test
  void keysAreSortedByCodePointAndNotByUtf16Unit() throws IOException {
    JsonObject object =
        JsonObject.build(
            o -> o.put("\uD83D\uDE00", 1).put("\uFFFF", 2).put("a", 3).put("", 4).put("ab", 5));
    assertThat(indented(object).lines().map(line -> line.replaceAll(".*(\\d).*", "$1")))
        .containsExactly("{", "4", "3", "5", "2", "1", "}");
  }

  @Test
  void onlyQuotesBackslashesAndControlCharactersAreEscaped() {
    assertThat(
            JsonWriter.compactText(new JsonString("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u0085\u2028")))
        .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u0085\u2028\"");
  }

  @Test
  void characterOutsideTheFirstPlaneIsFourBytes() {
    assertThat(JsonWriter.compactBytes(new JsonString("\uD83D\uDE00")))
        .isEqualTo("\"\uD83D\uDE00\"".getBytes(StandardCharsets.UTF_8))
        .hasSize(6);
  }

  @Test
  void halfASurrogatePairIsEscapedInTextsAndKeys() {
    JsonObject object = JsonObject.build(o -> o.put("k\uDE00", "é\uD83D").put("n", "é"));
    assertThat(JsonWriter.compactText(object))
        .isEqualTo("{\"k\\ude00\":\"\\u00e9\\ud83d\",\"n\":\"é\"}");
  }

  @Test
  void numbersAreWrittenAsPythonWritesThem() throws JsonSyntaxException {
    String numbers = "[-0.0,100000.0,1e+16,1e-05,NaN,Infinity,-Infinity,12345678901234567890]";
    assertThat(JsonWriter.compactText(JsonReader.read(numbers))).isEqualTo(numbers);
  }

  @Test
  void compactKeepsTheKeysOrder() {
    assertThat(JsonWriter.compactText(JsonObject.build(o -> o.put("b", 1).put("a", true))))
        .isEqualTo("{\"b\":1,\"a\":true}");
  }

  @Test
  void slicesAreWrittenAsTheStringsTheyAre() {
    assertThat(JsonWriter.compactText(JsonArray.ofSlices("ab\nc", new int[] {0, 3, 4})))
        .isEqualTo("[\"\",\"ab\\n\",\"c\"]");
    assertThat(JsonArray.ofSlices("ab\nc", new int[] {3, 4}))
        .isEqualTo(JsonArray.ofStrings(List.of("ab\n", "c")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?", "\\", "\"", "\n", "\u0001", "\u007f", "é", "\ud83d\ude00", "\ud83d", "/"})
  void aLongTextIsWrittenAsAShortOneIs(String end) throws JsonSyntaxException {
    String plain = "iVBORw0KGgo".repeat(1000);
    String shortOne = JsonWriter.compactText(new JsonString(end));
    String written = JsonWriter.compactText(new JsonString(plain + end));
    assertThat(written).isEqualTo("\"" + plain + shortOne.substring(1));
    assertThat(JsonReader.read(written)).isEqualTo(new JsonString(plain + end));
  }

  private static String indented(JsonValue value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter.indented(value, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
