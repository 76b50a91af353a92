package dev.platen.parameter.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2024-01-02|'2024-01-02'",
        "yes|True",
        "On|True",
        "NO|False",
        "off|False",
        "y|'y'",
        "~|None",
        "null|None",
        "|None",
        "012|10",
        "0o12|'0o12'",
        "1:30|90",
        "0x1F|31",
        "0b11|3",
        "1_000|1000",
        "1e3|'1e3'",
        "1e-3|'1e-3'",
        "1.0e+3|1000.0",
        "1.0e3|'1.0e3'",
        ".nan|nan",
        "-.inf|-inf",
        "1:30.5|90.5",
        "!!str 5|'5'",
        "!!float 5|5.0",
        "'5'|'5'",
        "[1, {a: b}]|[1, {'a': 'b'}]",
        "{1: a, true: b, null: c, 1.5: d}|{'1': 'a', 'True': 'b', 'None': 'c', '1.5': 'd'}",
      })
  void readsScalarsAsPapermillDoes(String yaml, String expected) {
    String text = "x: " + (yaml == null ? "" : yaml);

    assertThat(display(text)).isEqualTo("{'x': " + expected + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# only a comment\n", "---\n", "null", "{}", "[]", "false", "0", "''"})
  void noDocumentIsNoParameters(String text) {
    assertThat(YamlReader.read(text, "params.yaml")).isEqualTo(Parameters.EMPTY);
  }

  @Test
  void jsonIsYaml() {
    assertThat(display("{\"lr\": 0.01, \"layers\": [8, 8],\n \"s\": \"\\u00e9\", \"n\": null}"))
        .isEqualTo("{'lr': 0.01, 'layers': [8, 8], 's': 'é', 'n': None}");
  }

  /** PyYAML doesn't; JSON files that are indented with tabs are files all the same. */
  @Test
  void tabsAreBlanksInsideOfJson() {
    assertThat(display("{\n\t\"a\":\t1\n}")).isEqualTo("{'a': 1}");
  }

  @Test
  void mergedEntriesComeFirstAndGiveWay() {
    String text =
        """
        base: &base {lr: 1, n: 2}
        other: &other {n: 3, m: 4}
        x: {z: 0, <<: [*base, *other], lr: 9}
        """;

    assertThat(((MapValue) YamlReader.read(text, "p").value("x").orElseThrow()).display())
        .isEqualTo("{'n': 2, 'm': 4, 'lr': 9, 'z': 0}");
  }

  @Test
  void aKeyThatIsThereTwiceIsAFault() {
    assertThat(fault("lr: 1\nn: 2\nlr: 3\n").describe())
        .isEqualTo(
            """
            error: 'lr' is there twice
              where: params.yaml:3:1
              found: lr: 3
                     ^
              mend:  keep one of them; the first is on line 1""");
  }

  @Test
  void brokenYamlIsAFaultAtItsPlace() {
    assertThat(fault("lr: 0.1\nlayers: [8, 8\nn: 3\n").describe())
        .isEqualTo(
            """
            error: while parsing a flow sequence, expected ',' or ']', but got :
              where: params.yaml:3:2
              found: n: 3
                      ^
              mend:  correct the YAML there""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1, 2]|the parameters must be a mapping from names to values, not list|params.yaml:1:1",
        "5|the parameters must be a mapping from names to values, not int|params.yaml:1:1",
        "x: =|'=' alone has no value in YAML 1.1|params.yaml:1:4",
        "x: !!set {a, b}|no parameter can have a value of the type '!!set'|params.yaml:1:4",
        "x: !!binary aGk=|no parameter can have a value of the type '!!binary'|params.yaml:1:4",
        "x: !point {a: 1}|no parameter can have a value of the type '!point'|params.yaml:1:4",
        "x: !!timestamp 2024-01-02|no parameter can have a value of the type '!!timestamp'|params.yaml:1:4",
        "x: !!int abc|'abc' is no whole number|params.yaml:1:4",
        "x: !!bool y|'y' is no boolean|params.yaml:1:4",
        "{[1]: 2}|a key must be a single word or number|params.yaml:1:2",
        "x: &a [1, *a]|the value contains itself|params.yaml:1:4",
        "x: {<<: 5}|'<<' takes a mapping, or a list of them|params.yaml:1:9",
        "x: *a|found undefined alias a|params.yaml:1:4",
      })
  void whatNoParameterCanBeIsAFault(String yaml, String what, String where) {
    Fault fault = fault(yaml);

    assertThat(fault).hasMessage(what);
    assertThat(fault.describe()).contains("\n  where: " + where + "\n", "\n  mend:  ");
  }

  @Test
  void twoDocumentsAreAFault() {
    assertThat(fault("a: 1\n---\nb: 2\n").describe()).contains("params.yaml:2:1");
  }

  @Test
  void aCharacterThatYamlForbidsIsAFault() {
    assertThat(fault("a: \u0000\n").describe()).contains("params.yaml", "mend:");
  }

  @Test
  void aliasesCanNotFillTheMemory() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(fault(bomb.toString())).hasMessage("aliases repeat more than 100000 values");
  }

  @Test
  void longScalarsAreReadWithoutDeepRecursion() {
    String almostSexagesimal = "1" + ":1".repeat(50_000) + "z";
    String digits = "9".repeat(10_000);

    assertThat(display("x: " + almostSexagesimal).equals("{'x': '" + almostSexagesimal + "'}"))
        .isTrue();
    assertThat(display("x: " + digits).equals("{'x': " + digits + "}")).isTrue();
  }

  @Test
  void nestingIsLimited() {
    assertThat(fault("x: " + "[".repeat(5000)).kind()).isEqualTo(FaultKind.PARAMETER_INVALID);
  }

  private static String display(String text) {
    return new MapValue(YamlReader.read(text, "params.yaml").values()).display();
  }

  private static Fault fault(String text) {
    Fault fault = catchThrowableOfType(Fault.class, () -> YamlReader.read(text, "params.yaml"));
    assertThat(fault.kind()).isEqualTo(FaultKind.PARAMETER_INVALID);
    return fault;
  }
}
