package dev.platen.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.study.MadeTemplate;
import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.StudyReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedHintTest {
  @TempDir private Path dir;

  private String hint(String parameters, String study) {
    MadeTemplate.in(dir, parameters);
    LoadedStudy loaded = StudyReader.load("template: report.ipynb\n" + study, "study.yaml", dir);
    return SeedHint.of(loaded.template(), loaded.spec().space()).orElse("");
  }

  @Test
  void repeatsThatLeaveTheTemplatesSeedAloneAreHintedAt() {
    assertThat(hint("hidden = 8\nseed: int = 0", "repeat: 3\n"))
        .isEqualTo(
            "repeats of a point have the same 'seed' and differ only by chance of the machine;"
                + " --seed seed (in a study file: seed: seed) gives each its own");
    assertThat(hint("random_state = 0", "repeat: 2\n")).contains("--seed random_state ");
    assertThat(hint("random_seed = 0", "repeat: 2\n")).contains("--seed random_seed ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repeat: 3\nseed: seed\n",
        "repeat: 3\nseed: other\n",
        "repeat: 1\n",
        "",
        "repeat: 3\nparameters: {seed: 7}\n",
        "repeat: 3\nvary: {seed: [1, 2]}\n"
      })
  void whoSetsTheSeedOrRepeatsNothingNeedsNoHint(String study) {
    assertThat(hint("hidden = 8\nseed = 0\nother = 1", study)).isEmpty();
  }

  @Test
  void aTemplateWithoutASeedNeedsNone() {
    assertThat(hint("hidden = 8\nseeds = 0", "repeat: 3\n")).isEmpty();
  }
}
