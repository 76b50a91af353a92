package dev.platen.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SpaceTest {
  private static final Parameters FIXED = new Parameters(Map.of("epochs", ParameterValue.of(60)));

  private static ListedAxis axis(String name, int... values) {
    return new ListedAxis(
        name, IntStream.of(values).mapToObj(value -> ParameterValue.of((long) value)).toList());
  }

  private static Rows rows() {
    return new Rows(
        List.of(
            Parameters.EMPTY
                .with("arch", ParameterValue.of("mlp"))
                .with("layers", ParameterValue.of(2)),
            Parameters.EMPTY
                .with("arch", ParameterValue.of("cnn"))
                .with("layers", ParameterValue.of(8))));
  }

  private static Space space(List<Dimension> dimensions, String where, Repeats repeats) {
    return new Space(
        FIXED,
        dimensions,
        where.isEmpty() ? Optional.empty() : Optional.of(Where.of(where, "study.yaml:7:8")),
        repeats);
  }

  private static String lines(Space space) {
    return space.trials().map(trial -> trial.display() + "\n").collect(Collectors.joining());
  }

  @Test
  void dimensionsTurnLikeAnOdometerAndRepeatsTurnFastest() {
    Space space = space(List.of(axis("hidden", 8, 16), rows()), "", Repeats.seeded("seed", 2));

    assertThat(lines(space))
        .isEqualTo(
            """
            hidden=8, arch='mlp', layers=2, seed=0
            hidden=8, arch='mlp', layers=2, seed=1
            hidden=8, arch='cnn', layers=8, seed=0
            hidden=8, arch='cnn', layers=8, seed=1
            hidden=16, arch='mlp', layers=2, seed=0
            hidden=16, arch='mlp', layers=2, seed=1
            hidden=16, arch='cnn', layers=8, seed=0
            hidden=16, arch='cnn', layers=8, seed=1
            """);
  }

  @Test
  void aStudyInWhichNothingVariesIsOneTrial() {
    assertThat(Space.ONE.trials())
        .containsExactly(new Trial(Parameters.EMPTY, Parameters.EMPTY, 0, Parameters.EMPTY));
    assertThat(Space.ONE.size()).isEqualTo(1);
  }

  @Test
  void repeatsWithoutASeedDifferByTheirNumberAlone() {
    Space space = space(List.of(axis("hidden", 8)), "", Repeats.of(3));

    assertThat(lines(space)).isEqualTo("hidden=8\nhidden=8, repeat 2\nhidden=8, repeat 3\n");
    assertThat(lines(space(List.of(), "", Repeats.of(2)))).isEqualTo("repeat 1\nrepeat 2\n");
  }

  @Test
  void theTrialsOfOnePointAreAGroupAndRunWithEverything() {
    Space space = space(List.of(axis("hidden", 8, 16)), "", Repeats.seeded("seed", 3));

    Map<Parameters, Long> groups =
        space.trials().collect(Collectors.groupingBy(Trial::point, Collectors.counting()));
    assertThat(groups)
        .isEqualTo(
            Map.of(
                new Parameters(Map.of("hidden", ParameterValue.of(8))), 3L,
                new Parameters(Map.of("hidden", ParameterValue.of(16))), 3L));
    Trial last = space.trials().skip(5).findFirst().orElseThrow();
    assertThat(last.all().toJson().toString())
        .isEqualTo(
            FIXED
                .with("hidden", ParameterValue.of(16))
                .with("seed", ParameterValue.of(2))
                .toJson()
                .toString());
    assertThat(last.varied().values().keySet()).containsExactly("hidden", "seed");
  }

  @Test
  void seedsMayBeListed() {
    Repeats repeats = Repeats.seeded("seed", List.of(ParameterValue.of(3), ParameterValue.of(14)));

    assertThat(lines(space(List.of(), "", repeats))).isEqualTo("seed=3\nseed=14\n");
  }

  @Test
  void anyNumberOfRepeatsTakesNoMemory() {
    Space space = space(List.of(), "", Repeats.seeded("seed", Integer.MAX_VALUE));

    assertThat(space.trials().limit(3).map(Trial::display))
        .containsExactly("seed=0", "seed=1", "seed=2");
  }

  @Test
  void theSizeIsKnownWithoutBuildingAnything() {
    Dimension wide =
        new SteppedAxis(
            "a", Scale.LINEAR, ParameterValue.of(0), ParameterValue.of(1), Integer.MAX_VALUE);
    Dimension wider =
        new SteppedAxis(
            "b", Scale.LINEAR, ParameterValue.of(0), ParameterValue.of(1), Integer.MAX_VALUE);
    Space space = space(List.of(wide, wider), "", Repeats.of(1000));

    assertThat(space.size())
        .isEqualTo(BigInteger.valueOf(Integer.MAX_VALUE).pow(2).multiply(BigInteger.valueOf(1000)));
    assertThat(space.trials().skip(1000).findFirst().orElseThrow().display())
        .isEqualTo("a=0.0, b=4.65661287741e-10");
  }

  @Test
  void onlyTrialsForWhichTheConditionHoldsAreKept() {
    Space space =
        space(
            List.of(axis("hidden", 8, 16), rows()),
            "hidden * layers < 100 and (seed == 0 or arch == 'mlp')",
            Repeats.seeded("seed", 2));

    assertThat(lines(space))
        .isEqualTo(
            """
            hidden=8, arch='mlp', layers=2, seed=0
            hidden=8, arch='mlp', layers=2, seed=1
            hidden=8, arch='cnn', layers=8, seed=0
            hidden=16, arch='mlp', layers=2, seed=0
            hidden=16, arch='mlp', layers=2, seed=1
            """);
  }

  @Test
  void aConditionThatFailsNamesTheTrial() {
    ListedAxis mixed =
        new ListedAxis("hidden", List.of(ParameterValue.of(8), ParameterValue.of("wide")));
    Space space = space(List.of(mixed), "hidden < 10", Repeats.ONCE);

    Fault fault = catchThrowableOfType(Fault.class, () -> lines(space));

    assertThat(fault.kind()).isEqualTo(FaultKind.STUDY_INVALID);
    assertThat(fault.describe())
        .isEqualTo(
            """
            error: 'where' can't be decided for the trial hidden='wide'
              where: study.yaml:7:8
              found: hidden < 10: can't compare (wide < 10)
              mend:  write a condition that is true or false for every trial""");
  }

  @Test
  void aConditionThatGivesSomethingElseIsAFault() {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> lines(space(List.of(axis("a", 3)), "a + 1", Repeats.ONCE)));

    assertThat(fault.describe())
        .isEqualTo(
            """
            error: 'where' can't be decided for the trial a=3
              where: study.yaml:7:8
              found: a + 1: it gives 4
              mend:  write a condition that is true or false for every trial""");
  }

  @Test
  void aConditionThatKeepsNothingIsAFaultOnceThatIsKnown() {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> lines(space(List.of(axis("a", 1, 2, 3)), "a > 3", Repeats.of(2))));

    assertThat(fault.describe())
        .isEqualTo(
            """
            error: 'where' keeps none of the study's trials
              where: study.yaml:7:8
              found: a > 3, false for all of 6
              mend:  correct the condition, or vary more""");
  }

  @Test
  void aParameterHasOneSource() {
    for (List<Dimension> twice :
        List.<List<Dimension>>of(
            List.of(axis("epochs", 1)),
            List.of(axis("a", 1), axis("a", 2)),
            List.of(rows(), axis("layers", 2)),
            List.of(axis("seed", 1)))) {
      Fault fault =
          catchThrowableOfType(Fault.class, () -> space(twice, "", Repeats.seeded("seed", 2)));
      assertThat(fault).hasMessageMatching("parameter '(epochs|a|layers|seed)' is set twice");
    }
  }

  @Test
  void theIteratorEnds() {
    var iterator = Space.ONE.trials().iterator();
    iterator.next();

    assertThat(iterator.hasNext()).isFalse();
    Assertions.assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
  }
}
