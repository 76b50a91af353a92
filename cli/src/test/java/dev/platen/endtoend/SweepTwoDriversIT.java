package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two drivers share a study: each of its trials is run by one of them. */
class SweepTwoDriversIT {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final int TRIALS = 12;

  @TempDir private Path dir;
  private StudyProject project;
  private Platen one;
  private Platen other;

  @BeforeEach
  void aStudy() throws IOException {
    project = new StudyProject(Files.createDirectory(dir.resolve("project")));
    project.write(
        "study.yaml",
        """
        template: report.ipynb
        vary: {hidden: [1, 2, 3, 4]}
        repeat: 3
        run: {parallel: 1}
        """);
    new TestNotebook().parameters("hidden = 0").code("hidden * 2").in(project.dir());
    one = Platen.in(Files.createDirectory(dir.resolve("one")));
    other = Platen.in(Files.createDirectory(dir.resolve("other")));
  }

  private void everyTrialSucceededOnce() {
    assertThat(project.successes()).hasSize(TRIALS).values().containsOnly(1L);
  }

  private void nothingIsLeftOpen() {
    project.isSealed();
    assertThat(project.temporaryFiles()).isEmpty();
    for (Platen each : List.of(one, other)) {
      each.processes().awaitGone(Duration.ofSeconds(20));
      await().untilAsserted(() -> assertThat(each.temporaryFiles()).isEmpty());
    }
  }

  private static long count(JsonObject result, String key) {
    return result.integer(key).orElseThrow();
  }

  @Test
  void twoAtOnceDoEveryTrialOnceAndCountWhatTheOtherDid() {
    Running first = one.start("sweep", project.study(), "--json");
    Running second = other.start("sweep", project.study(), "--json");
    List<Ended> ended = List.of(first.end().exits(0), second.end().exits(0));

    everyTrialSucceededOnce();
    nothingIsLeftOpen();
    long ran = 0;
    for (Ended each : ended) {
      JsonObject result = RunFiles.json(each.out());
      long here = count(result, "succeeded");
      assertThat(here).as("trials run here").isBetween(1L, TRIALS - 1L);
      assertThat(count(result, "failed") + count(result, "not_run")).isZero();
      long byOthers = count(result, "by_others");
      assertThat(here + byOthers + count(result, "done_before")).isEqualTo(TRIALS);
      assertThat(each.err().lines().filter(line -> line.endsWith(": run by another sweep")))
          .hasSize((int) byOthers);
      ran += here;
    }
    assertThat(ran).isEqualTo(TRIALS);
    assertThat(project.table().values())
        .hasSize(TRIALS)
        .allSatisfy(row -> assertThat(row).containsEntry("status", "succeeded"));
  }

  @Test
  void whenOneIsKilledTheOtherFinishesEverything() {
    Running victim = one.start("sweep", project.study());
    Running survivor = other.start("sweep", project.study());
    await().atMost(LONG).until(() -> isMidway(victim) && isMidway(survivor));
    victim.kill().process().onExit().join();
    // The other may be about to begin one: its folder has no record yet.
    assertThat(project.succeededByNow()).as("done when one was killed").isLessThan(TRIALS);

    survivor.end().exits(0);
    assertThat(victim.process().exitValue()).isEqualTo(137);
    everyTrialSucceededOnce();
    nothingIsLeftOpen();
    Ended further = one.run("sweep", project.study()).exits(0);
    assertThat(further.err()).contains("12 trials, 12 done, 0 to run");
  }

  /** It has run a trial itself, and is at the next one. */
  private static boolean isMidway(Running driver) {
    return driver.err().contains(": succeeded in ");
  }
}
