package dev.platen.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownParametersTest {
  private static final List<DeclaredParameter> DECLARED =
      Arrays.asList("epochs", "lr", "hidden_units", "activation", "seed").stream()
          .map(UnknownParametersTest::declared)
          .toList();

  @Test
  void knownParametersPass() {
    assertThatCode(() -> UnknownParameters.check(given("lr", "seed"), DECLARED, "report.ipynb"))
        .doesNotThrowAnyException();
  }

  @Test
  void namesAllThatAreUnknownAndWhatWasLikelyMeant() {
    assertThat(fault(DECLARED, "epoch", "lr", "hidden").describe())
        .isEqualTo(
            """
            error: the template has no parameters 'epoch', 'hidden'
              where: report.ipynb, the cell tagged 'parameters'
              found: epochs, lr, hidden_units, activation, seed
              mend:  did you mean 'epochs', 'hidden_units'? Otherwise pass --allow-unknown to set it all the same""");
  }

  @Test
  void withoutALikelyNameItListsThem() {
    assertThat(fault(DECLARED, "zzz").describe())
        .isEqualTo(
            """
            error: the template has no parameter 'zzz'
              where: report.ipynb, the cell tagged 'parameters'
              found: epochs, lr, hidden_units, activation, seed
              mend:  give one of these, or pass --allow-unknown to set it all the same""");
    assertThat(fault(List.of(), "lr").describe()).contains("found: no parameter declared\n");
  }

  @ParameterizedTest
  @CsvSource({
    "epoch, epochs",
    "epcohs, epochs",
    "EPOCHS, epochs",
    "Lr, lr",
    "rl, lr",
    "actvation, activation",
    "hiden_unit, hidden_units",
    "act, activation",
    "seeds_used, seed",
    "units, hidden_units",
    "random_seed, seed",
    "ed, ''",
    "x, ''",
    "learning_rate, ''",
  })
  void findsTheNearestName(String name, String expected) {
    List<String> known = DECLARED.stream().map(DeclaredParameter::name).toList();

    assertThat(NearestName.of(name, known).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "ca, abc, 3",
    "ab, ba, 1",
    "'', abc, 3",
    "kitten, sitting, 3"
  })
  void countsSlips(String a, String b, int slips) {
    assertThat(NearestName.slips(a, b)).isEqualTo(slips);
    assertThat(NearestName.slips(b, a)).isEqualTo(slips);
  }

  @Test
  void filesAreHeldToTheDeclaredTypes() {
    DeclaredParameter lr =
        new DeclaredParameter(
            "lr",
            Optional.empty(),
            Optional.of(ParameterType.inferred("float", ParameterValue.Kind.FLOAT)),
            "0.1",
            Optional.of(ParameterValue.of(0.1)),
            "");
    Parameters given =
        Parameters.EMPTY.with("lr", ParameterValue.of("1e-3")).with("n", ParameterValue.of(1));

    Parameters converted = DeclaredParameter.convertAll(given, List.of(lr), "params.yaml");
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                DeclaredParameter.convertAll(
                    Parameters.EMPTY.with("lr", ParameterValue.of(true)),
                    List.of(lr),
                    "params.yaml"));

    assertThat(new MapValue(converted.values()).display()).isEqualTo("{'lr': 0.001, 'n': 1}");
    assertThat(fault.describe())
        .startsWith(
            """
            error: parameter 'lr' takes float
              where: params.yaml, lr
              found: bool True
            """);
  }

  private static Parameters given(String... names) {
    Parameters given = Parameters.EMPTY;
    for (String name : names) {
      given = given.with(name, ParameterValue.of(1));
    }
    return given;
  }

  private static Fault fault(List<DeclaredParameter> declared, String... names) {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> UnknownParameters.check(given(names), declared, "report.ipynb"));
    assertThat(fault.kind()).isEqualTo(FaultKind.PARAMETER_INVALID);
    return fault;
  }

  private static DeclaredParameter declared(String name) {
    return new DeclaredParameter(
        name, Optional.empty(), Optional.empty(), "1", Optional.of(ParameterValue.of(1)), "");
  }
}
