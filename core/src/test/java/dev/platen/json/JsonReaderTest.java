package dev.platen.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void keysKeepTheirOrderAndTheLastOfEqualKeysCounts() throws JsonSyntaxException {
    JsonObject object = (JsonObject) JsonReader.read("{\"b\": 1, \"a\": 2, \"b\": 3}");
    assertThat(object.members().keySet()).containsExactly("b", "a");
    assertThat(object.integer("b")).contains(3L);
  }

  @Test
  void integersOfAnySizeAndPythonsSpecialNumbersAreRead() throws JsonSyntaxException {
    assertThat(JsonReader.read("[-0, 9223372036854775808, 1E2, 1e400, NaN, -Infinity]"))
        .isEqualTo(
            new JsonArray(
                List.of(
                    JsonNumber.of(0),
                    new JsonNumber(BigInteger.ONE.shiftLeft(63)),
                    JsonNumber.of(100.0),
                    JsonNumber.of(Double.POSITIVE_INFINITY),
                    JsonNumber.of(Double.NaN),
                    JsonNumber.of(Double.NEGATIVE_INFINITY))));
  }

  @Test
  void listsOfStringsEqualThoseBuiltElementByElement() throws JsonSyntaxException {
    JsonArray lines = (JsonArray) JsonReader.read("[\"a\\n\", \"\", \"é\\ud83d\\ude00\"]");
    assertThat(lines).isEqualTo(JsonArray.ofStrings(List.of("a\n", "", "é\uD83D\uDE00")));
    assertThat(lines.joined()).contains("a\né\uD83D\uDE00");
    assertThat(lines.strings()).contains(List.of("a\n", "", "é\uD83D\uDE00"));
  }

  @Test
  void aListThatOnlyBeginsWithStringsKeepsAllItsElements() throws JsonSyntaxException {
    JsonArray mixed = (JsonArray) JsonReader.read("[\"a\", \"b\", 1, \"c\", [\"d\"]]");
    assertThat(mixed.values())
        .containsExactly(
            new JsonString("a"),
            new JsonString("b"),
            JsonNumber.of(1),
            new JsonString("c"),
            JsonArray.ofStrings(List.of("d")));
    assertThat(mixed.joined()).isEmpty();
  }

  @Test
  void loneSurrogatesSurvive() throws JsonSyntaxException {
    assertThat(JsonReader.read("[\"\\ud83d\", \"x\\ude00\"]"))
        .isEqualTo(JsonArray.ofStrings(List.of("\uD83D", "x\uDE00")));
  }

  @Test
  void aLoneSurrogateInAKeyIsRefused() {
    assertThatThrownBy(
            () -> JsonReader.read("{\"\\ud83d\": 1}".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessageContaining("surrogate");
  }

  @Test
  void byteOrderMarksAndUtf16AreUnderstood() throws JsonSyntaxException {
    assertThat(JsonReader.read("\uFEFF[\"é\"]".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(JsonArray.ofStrings(List.of("é")));
    assertThat(JsonReader.read("[\"é\"]".getBytes(StandardCharsets.UTF_16)))
        .isEqualTo(JsonArray.ofStrings(List.of("é")));
  }

  @Test
  void nestingAsDeepAsPythonTakesItIsRead() throws JsonSyntaxException {
    assertThat(JsonReader.read("[".repeat(900) + "]".repeat(900))).isInstanceOf(JsonArray.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {901, 100_000})
  void deeperNestingIsASyntaxErrorAndNoStackOverflow(int depth) {
    assertThatThrownBy(() -> JsonReader.read("{\"a\":".repeat(depth)))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessageContaining("nested deeper than 900 levels");
  }

  @Test
  void syntaxErrorsSayWhereTheyAre() {
    JsonSyntaxException fault =
        catchThrowableOfType(
            JsonSyntaxException.class, () -> JsonReader.read("{\n  \"a\": 1,\n  b\n}"));
    assertThat(fault).hasMessageStartingWith("Unexpected character ('b'");
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.column()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "[1",
        "[1,]",
        "{\"a\" 1}",
        "01",
        "'a'",
        "\"a\nb\"",
        "nul",
        "1 2",
        "[] x"
      })
  void whatIsNotExactlyOneValueIsRefused(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonSyntaxException.class);
    assertThatThrownBy(() -> JsonReader.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonSyntaxException.class);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] notUtf32 = {0, 0, 0, '[', 1, 2, 3, 4};
    byte[] notUtf8 = {'"', (byte) 0xff, '"'};
    assertThatThrownBy(() -> JsonReader.read(notUtf32)).isInstanceOf(JsonSyntaxException.class);
    assertThatThrownBy(() -> JsonReader.read(notUtf8)).isInstanceOf(JsonSyntaxException.class);
  }
}
