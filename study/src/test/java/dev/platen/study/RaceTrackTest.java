package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.spec.Goal;
import dev.platen.study.stats.Decision;
import dev.platen.study.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTrackTest {
  @TempDir private Path dir;
  private RaceTrack track;

  @BeforeEach
  void aRace() {
    track = track("race.json");
  }

  private RaceTrack track(String file) {
    return new RaceTrack(new Goal("mse", Goal.Direction.MIN), dir.resolve(file));
  }

  private static Trial trial(String arch, int seed) {
    return new Trial(
        Parameters.EMPTY,
        new Parameters(Map.of("arch", ParameterValue.of(arch))),
        seed,
        new Parameters(Map.of("seed", ParameterValue.of(seed))));
  }

  private static PastRun run(double mse) {
    return MadePastRun.of(RunStatus.SUCCEEDED, MadePastRun.number("mse", mse));
  }

  private static PastRun failed() {
    return MadePastRun.of(RunStatus.FAILED, MadePastRun.number("mse", 99));
  }

  /** A seed of both points, of which one is always worse. */
  private void round(int seed) {
    track.note(trial("good", seed), run(1 + seed));
    track.note(trial("bad", seed), run(2 + seed + seed / 8.0));
  }

  @Test
  void aPointThatAlwaysLosesIsOutWhenItsSeedsAreEnough() {
    for (int seed = 0; seed < 4; seed++) {
      round(seed);
      assertThat(track.look()).isEmpty();
      assertThat(track.isRacing(trial("bad", 9))).isTrue();
    }
    round(4);
    assertThat(track.look()).extracting(Decision::point).containsExactly("arch='bad'");
    assertThat(track.isRacing(trial("bad", 9))).isFalse();
    assertThat(track.isRacing(trial("good", 9))).isTrue();
    assertThat(track.look()).as("it is dropped once").isEmpty();
  }

  @Test
  void everyLookIsWrittenDownWithItsNumbers() throws Exception {
    for (int seed = 0; seed < 5; seed++) {
      round(seed);
      track.look();
    }
    JsonArray decisions = (JsonArray) JsonReader.read(Files.readString(dir.resolve("race.json")));
    assertThat(decisions.values())
        .extracting(each -> ((JsonObject) each).integer("pairs").orElseThrow())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    JsonObject last = (JsonObject) decisions.values().get(4);
    assertThat(last.text("point")).isEqualTo("arch='bad'");
    assertThat(last.text("against")).isEqualTo("arch='good'");
    assertThat(last.value("p")).isEqualTo(JsonNumber.of(1 / 32.0));
    assertThat(last.value("behind")).isEqualTo(JsonNumber.of(1.25));
    assertThat(last.isTrue("drop")).isTrue();
  }

  @Test
  void aSeedThatFailedDropsNobody() {
    for (int seed = 0; seed < 4; seed++) {
      round(seed);
    }
    track.note(trial("good", 4), failed());
    track.note(trial("bad", 4), run(100));
    assertThat(track.look()).isEmpty();
    assertThat(track.isRacing(trial("good", 5))).isTrue();
  }

  @Test
  void aRaceThatIsTakenUpAgainDecidesAsItDid() throws Exception {
    for (int seed = 0; seed < 5; seed++) {
      round(seed);
      track.look();
    }
    RaceTrack again = track("again.json");
    List<Decision> dropped = new ArrayList<>();
    for (int seed = 0; seed < 7; seed++) {
      dropped.addAll(again.replay(trial("good", seed), run(1 + seed)));
      if (seed < 5) {
        dropped.addAll(again.replay(trial("bad", seed), run(2 + seed + seed / 8.0)));
      }
    }
    dropped.addAll(again.look());
    assertThat(dropped).extracting(Decision::point).containsExactly("arch='bad'");
    assertThat(again.isRacing(trial("bad", 5))).isFalse();
    assertThat(dir.resolve("again.json")).hasSameTextualContentAs(dir.resolve("race.json"));
  }
}
