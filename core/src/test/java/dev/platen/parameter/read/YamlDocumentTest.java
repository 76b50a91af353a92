package dev.platen.parameter.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.read.YamlDocument.Problem;
import dev.platen.parameter.read.YamlValue.Mapping;
import dev.platen.parameter.read.YamlValue.Scalar;
import dev.platen.parameter.read.YamlValue.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
  private static Mapping mapping(String text) {
    return (Mapping) YamlDocument.read(text).root().orElseThrow();
  }

  @Test
  void everyValueAndKeyKnowsItsPlace() {
    Mapping root = mapping("a:\n  b: [1, 'two']\n");

    assertThat(root.place()).hasToString("1:1");
    assertThat(root.entries().get("a").place()).hasToString("1:1");
    Mapping a = (Mapping) root.entries().get("a").value();
    assertThat(a.entries().get("b").place()).hasToString("2:3");
    Sequence b = (Sequence) a.entries().get("b").value();
    assertThat(b.place()).hasToString("2:6");
    assertThat(b.items())
        .extracting(item -> item.place().toString())
        .containsExactly("2:7", "2:10");
    assertThat(b.value().display()).isEqualTo("[1, 'two']");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1e-3|0.001|1e-3",
        "no|'no'|no",
        "007|'007'|007",
        "1.10|1.1|1.10",
        "'5'|'5'|5",
        "!!str 5|'5'|5",
        "!!float 5|5.0|5",
        "true|True|true",
        "null|None|null",
        "|None|``",
      })
  void wordsMeanWhatTheyMeanOnTheCommandLine(String yaml, String value, String text) {
    Scalar scalar = (Scalar) mapping("x: " + (yaml == null ? "" : yaml)).entries().get("x").value();

    assertThat(scalar.value().display()).isEqualTo(value);
    assertThat(scalar.text()).isEqualTo(text);
  }

  @Test
  void allProblemsAreFoundAndTheRestIsRead() {
    YamlDocument document =
        YamlDocument.read(
            "a: 1\na: 2\nb: !!set {x}\nc: !!int y\nd: &d [*d, 5]\ne: {<<: 3, f: 4}\n");

    assertThat(document.problems())
        .extracting(Problem::place, Problem::what)
        .extracting(Object::toString)
        .containsExactly(
            "(2:1, \"'a' is there twice\")",
            "(3:4, \"no parameter can have a value of the type '!!set'\")",
            "(4:4, \"'y' is no whole number\")",
            "(5:4, \"the value contains itself\")",
            "(6:9, \"'<<' takes a mapping, or a list of them\")");
    assertThat(document.root().orElseThrow().value().display())
        .isEqualTo("{'a': 1, 'b': None, 'c': None, 'd': [None, 5], 'e': {'f': 4}}");
  }

  @Test
  void brokenYamlIsOneProblemAndNoDocument() {
    YamlDocument document = YamlDocument.read("a: [1\nb: 2\n");

    assertThat(document.root()).isEmpty();
    assertThat(document.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.place()).hasToString("2:2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# a comment\n"})
  void textWithoutADocumentHasNoProblem(String text) {
    assertThat(YamlDocument.read(text).root()).isEmpty();
    assertThat(YamlDocument.read(text).problems()).isEmpty();
  }

  @Test
  void aCharacterThatYamlForbidsHasItsPlace() {
    assertThat(YamlDocument.read("a: 1\nb: 😀x\u0000\n").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.place()).hasToString("2:6"));
  }

  @Test
  void aliasesCanNotFillTheMemory() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(YamlDocument.read(bomb.toString()).problems())
        .extracting(Problem::what)
        .containsExactly("aliases repeat more than 100000 values");
  }
}
