package dev.platen.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.platen.fault.Fault;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.read.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {
  private static final Trial TRIAL =
      new Trial(
          YamlReader.read("{epochs: 60, nothing: null, flag: true}", "fixed"),
          YamlReader.read(
              "{hidden: 8, lr: 0.01, arch: mlp, widths: [8, 16], model: {depth: 3, heads: [1, 2]},"
                  + " huge: 100000000000000000000}",
              "point"),
          0,
          Parameters.EMPTY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hidden * 2 < 20 | true",
        "hidden > 8 or lr < 0.1 | true",
        "hidden > 7 and not (arch == 'cnn') | true",
        "arch != 'mlp' or lr <= 1e-3 | false",
        "flag | true",
        "not flag | false",
        "hidden / 3 > 2.6 | true",
        "hidden / 4 == 2 | true",
        "hidden % 3 == 2 | true",
        "arch =~ ['mlp', 'cnn'] | true",
        "arch !~ ['mlp', 'cnn'] | false",
        "arch == true or hidden == true | false",
        "flag == 1 and 1.0 == flag and flag != 0 | true",
        "flag == 2 or flag == 'true' or widths == true | false",
        "flag == true and flag != null | true",
        "flag =~ [false, 'mlp'] | false",
        "arch =~ ['mlp', null] | true",
        "nothing =~ ['mlp', null] | true",
        "nothing =~ ['mlp'] | false",
        "hidden =~ [8.0, 2.5] | true",
        "lr =~ [1, 0.01] | true",
        "hidden !~ [7.0, 9] | true",
        "widths =~ [[1], [8, 16]] | true",
        "8 =~ widths | true",
        "'depth' =~ model | true",
        "huge =~ [1, 100000000000000000000] | true",
        "hidden =~ (1..100) | true",
        "hidden =~ (8..8) | true",
        "hidden =~ (100..1) | true",
        "hidden =~ (8.5..10) | false",
        "hidden =~ (lr..9.5) | true",
        "lr =~ (0..1) | true",
        "lr + 1 =~ (0..1) | false",
        "lr =~ (0.1..0.5) | false",
        "huge =~ (1..6000000000) | false",
        "arch =~ (0..9) | false",
        "nothing =~ (0..9) | false",
        "widths[1] == 16 | true",
        "widths == [8, 16] | true",
        "size(widths) == 2 | true",
        "model.depth == 3 | true",
        "model['heads'][0] == 1 | true",
        "nothing == null | true",
        "huge > 1000000 * hidden | true",
        "widths != [8, 17] and widths != [8] | true",
        "size([]) == 0 and [] == [] | true",
        "3 =~ [1, 2] | false",
        "hidden == 8.0 | true",
        "hidden > 3 ? flag : false | true",
        "arch =^ 'm' | true",
      })
  void aConditionSeesTheTrialsParameters(String expression, boolean holds) {
    assertThat(Where.of(expression, "").holds(TRIAL)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arch.length() > 3",
        "arch.class.name == 'x'",
        "arch['class'] == 'x'",
        "arch.bytes == 3",
        "''.class.forName('java.lang.Runtime') != null",
        "new('java.io.File', '/tmp') != null",
        "new java.io.File('/tmp') != null",
        "java.lang.System.exit(1)",
        "System:exit(1)",
        "widths.class == null",
        "widths.empty",
        "model.getClass() == null",
        "widths.size() == 2",
        "hidden = 9",
        "hidden += 1",
        "hidden++ > 8",
        "widths[0] = 9",
        "model.depth = 4",
        "var x = 3",
        "while (true) {}",
        "for (x : 1..3) { x }",
        "(() -> true)()",
        "(function() { true })()",
        "true; true",
        "return true",
        "`${arch.class}` == 'x'",
        "@flag true",
        "#pragma a b",
        "arch =~ '(m+)+$'",
        "arch =~ ~/m.*/",
        "arch !~ 'x'",
        "hidden =~ 1..9",
        "hidden =~ ('a'..'b')",
        "hidden =~ (nothing..9)",
        "(1..9)",
        "context == null",
        "this == null",
        "widths[2] == 1",
        "widths[-1] == 1",
        "model.nothing == 1",
        "nothing + 1 > 0",
        "missing == 1",
        "hidden < 'a'",
        "hidden / 0 > 1",
        "hidden",
        "'true'",
        "null",
        "hidden >",
        "hidden 8",
        "",
        "   ",
      })
  void itSeesNothingElseAndFailsInPlainWords(String expression) {
    Throwable thrown = catchThrowable(() -> Where.of(expression, "study.yaml:3:8").holds(TRIAL));

    assertThat(thrown).isInstanceOfAny(IllegalArgumentException.class, Fault.class);
    String said = thrown instanceof Fault fault ? fault.describe() : thrown.getMessage();
    assertThat(said).doesNotContain("Exception", "jexl", "JEXL", "@1:", "org.apache", "java.util");
  }

  @Test
  void aDivisionByZeroIsCalledThat() {
    assertThat(catchThrowable(() -> Where.of("8 / (hidden - hidden) > 1", "").holds(TRIAL)))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.describe()).contains("a division by zero"));
  }

  @ParameterizedTest
  @CsvSource({
    "(hidden > 8) & (hidden < 100), &, joins conditions",
    "(hidden > 8) | flag, |, joins conditions",
    "hidden ^ 2 > 9, ^, n * n",
    "~flag, ~, turns a condition round",
    "hidden << 7 > 9, <<, compares",
    "hidden >> 1 > 9, >>, compares",
    "hidden >>> 1 > 9, >>>, compares"
  })
  void operatorsOfBitsAreNone(String expression, String operator, String instead) {
    assertThat(catchThrowable(() -> Where.of(expression, "").holds(TRIAL)))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.describe())
                    .contains(": '" + operator + "' is no operator here; ")
                    .contains(instead));
  }

  @Test
  void itsWorkIsBoundedByItsLength() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Where.of("1 < 2" + " and 1 < 2".repeat(1000), ""))
        .withMessage("the expression is longer than 2000 characters");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Where.of("(".repeat(990) + "flag" + ")".repeat(990), ""))
        .withMessage("the expression is nested too deeply");
    assertThat(Where.of("1 < 2" + " and 1 < 2".repeat(150), "").holds(TRIAL)).isTrue();
  }

  @Test
  void itSaysWhichParametersItAsksFor() {
    assertThat(Where.of("hidden * model.depth < widths[lr] or arch == 'mlp'", "").names())
        .containsExactly("arch", "hidden", "lr", "model", "widths");
  }
}
