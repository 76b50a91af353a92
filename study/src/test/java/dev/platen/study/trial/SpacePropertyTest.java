package dev.platen.study.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacePropertyTest {
  private static final int SPACES = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 20261124})
  void theSizeIsTheProductAndAllTrialsDifferInAStableOrder(long seed) {
    RandomSpaces spaces = new RandomSpaces(seed);
    for (int i = 0; i < SPACES; i++) {
      Space space = spaces.space();
      BigInteger product =
          space.dimensions().stream()
              .map(dimension -> BigInteger.valueOf(dimension.size()))
              .reduce(BigInteger.valueOf(space.repeats().count()), BigInteger::multiply);

      List<Trial> trials = space.trials().toList();
      assertThat(space.size()).as("size of %s", space).isEqualTo(product);
      assertThat(space.trials().count()).isEqualTo(product.longValueExact());
      assertThat(trials).hasSize(product.intValueExact());
      assertThat(new HashSet<>(trials)).hasSameSizeAs(trials);
      assertThat(space.trials()).as("the same again").containsExactlyElementsOf(trials);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20261125})
  void everyTrialSetsTheSameParametersInTheSameOrder(long seed) {
    RandomSpaces spaces = new RandomSpaces(seed);
    for (int i = 0; i < SPACES; i++) {
      Space space = spaces.space();
      List<String> names = space.dimensions().stream().flatMap(d -> d.names().stream()).toList();

      assertThat(space.trials())
          .allSatisfy(
              trial -> {
                assertThat(trial.point().values().keySet()).containsExactlyElementsOf(names);
                assertThat(trial.all().values()).containsKeys("fixed");
              });
    }
  }

  @Test
  void aConditionLeavesTrialsOutAndNothingElse() {
    RandomSpaces spaces = new RandomSpaces(3);
    for (int i = 0; i < SPACES; i++) {
      Space all = spaces.space();
      Where where = Where.of("fixed % 2 == 0 or fixed % 2 != 0", "");
      Space kept = new Space(all.fixed(), all.dimensions(), Optional.of(where), all.repeats());

      assertThat(kept.trials()).containsExactlyElementsOf(all.trials().toList());
    }
  }

  /** A million trials, built, would take hundreds of megabytes. */
  @Test
  void aSpaceOfMillionsIsStreamedInAFewMegabytes() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MillionTrials.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(output).isEqualTo("1000000 trials, 500000 kept");
  }
}
