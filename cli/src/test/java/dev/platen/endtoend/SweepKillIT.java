package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study's driver is killed with SIGKILL at thirty random moments, and started again each time.
 * What is there in the end is what an undisturbed study leaves, and sealed runs that say that they
 * were interrupted.
 */
class SweepKillIT {
  private static final int KILLS = 30;
  private static final int TRIALS = 12;

  /** So many trials are left for the kills at the end: none of them may find the study done. */
  private static final int SPARED = 3;

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int KILLED = 128 + 9;

  /**
   * When to kill: some time after something was seen from outside.
   *
   * @param times of the thirty
   * @param atMost milliseconds
   * @param mayFinishRuns whether a run may well succeed before the kill
   */
  private enum Moment {
    PLANNING(6, 700, false),
    RECOVERING(5, 40, false),
    STARTING_KERNELS(6, 600, false),
    IN_A_CELL(6, 150, false),
    AFTER_THE_LAST_CELL(2, 150, true),
    WRITING(2, 30, true),
    SEALING(2, 15, true),
    BETWEEN_RUNS(1, 300, true);

    private final int times;
    private final int atMost;
    private final boolean mayFinishRuns;

    Moment(int times, int atMost, boolean mayFinishRuns) {
      this.times = times;
      this.atMost = atMost;
      this.mayFinishRuns = mayFinishRuns;
    }
  }

  @TempDir private static Path dir;
  private static StudyProject project;
  private static Path log;
  private static Platen platen;
  private static final List<Moment> moments = new ArrayList<>();
  private static final List<Integer> exits = new ArrayList<>();
  private static Ended last;

  @BeforeAll
  static void killThenLetItEnd() throws IOException {
    project = new StudyProject(Files.createDirectory(dir.resolve("project")));
    log = Files.createFile(dir.resolve("log.txt"));
    project.write("model.py", "def main(hidden):\n    return hidden * 2\n");
    project.write(
        "study.yaml",
        """
        template: report.ipynb
        vary: {hidden: [1, 2, 3, 4]}
        repeat: 3
        record: {score: score}
        run: {parallel: 2}
        """);
    new TestNotebook()
        .parameters("hidden = 0")
        .code(
            """
            import os, time, model
            def tell(word):
                with open(os.environ["TEST_LOG"], "a") as log:
                    print(word, file=log)
            tell("begin")
            """)
        .code("time.sleep(0.3)\nscore = model.main(hidden)")
        .code("print(score)\ntell('end')")
        .in(project.dir());
    platen = Platen.in(Files.createDirectory(dir.resolve("own"))).with("TEST_LOG", log.toString());
    Random random = new Random(20261126);
    List<Moment> shuffled = new ArrayList<>();
    for (Moment each : Moment.values()) {
      shuffled.addAll(Collections.nCopies(each.times, each));
    }
    Collections.shuffle(shuffled, random);
    shuffled.forEach(moment -> kill(possible(moment), random));
    last = platen.run("sweep", project.study());
  }

  /** The moment, unless it can't come, or might be the last one. */
  private static Moment possible(Moment moment) {
    boolean spare = project.succeededByNow() > TRIALS - SPARED;
    boolean impossible = moment == Moment.RECOVERING && !hasUnfinished();
    return impossible || (spare && moment.mayFinishRuns) ? Moment.IN_A_CELL : moment;
  }

  private static boolean hasUnfinished() {
    return project.runs().stream().anyMatch(run -> Files.exists(run.file("journal.jsonl")));
  }

  private static void kill(Moment moment, Random random) {
    Set<RunFiles> before = new HashSet<>(project.runs());
    Set<RunFiles> unfinished = new HashSet<>(before);
    unfinished.removeIf(run -> Files.exists(run.file("seal.json")));
    long begun = told("begin");
    long ended = told("end");
    Running running = platen.start("sweep", project.study());
    Predicate<RunFiles> isNew = run -> !before.contains(run);
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () ->
                !running.process().isAlive()
                    || switch (moment) {
                      case PLANNING -> true;
                      case RECOVERING -> isBeingRecovered(unfinished);
                      case STARTING_KERNELS -> any(isNew, "journal.jsonl");
                      case IN_A_CELL -> told("begin") > begun;
                      case AFTER_THE_LAST_CELL -> told("end") > ended;
                      case WRITING -> any(isNew, "report.html", ".report.html.part");
                      case SEALING -> any(isNew, "seal.json", ".seal.json.part");
                      case BETWEEN_RUNS -> any(isNew.and(SweepKillIT::isFinished), "seal.json");
                    });
    await().pollDelay(Duration.ofMillis(random.nextInt(moment.atMost))).until(() -> true);
    running.kill().process().onExit().join();
    moments.add(moment);
    exits.add(running.process().exitValue());
  }

  /** One of them is written, sealed, or gone, since nothing had begun in it. */
  private static boolean isBeingRecovered(Set<RunFiles> unfinished) {
    return any(unfinished::contains, ".report.html.part", "report.html", "seal.json")
        || unfinished.stream().anyMatch(run -> Files.notExists(run.dir()));
  }

  private static boolean isFinished(RunFiles run) {
    return Files.exists(run.file("seal.json")) && !Files.exists(run.file("journal.jsonl"));
  }

  private static boolean any(Predicate<RunFiles> which, String... files) {
    return project.runs().stream()
        .filter(which)
        .anyMatch(run -> List.of(files).stream().anyMatch(name -> Files.exists(run.file(name))));
  }

  private static long told(String word) {
    try {
      return Files.readAllLines(log).stream().filter(word::equals).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyKillHitALivingDriverAndTheyHitEverywhere() {
    assertThat(exits).as("exit codes; killed at: " + moments).hasSize(KILLS).containsOnly(KILLED);
    assertThat(new TreeSet<>(moments)).hasSizeGreaterThanOrEqualTo(Moment.values().length - 2);
  }

  @Test
  void everyTrialSucceededOnceAndNoneTwice() {
    last.exits(0);
    assertThat(project.successes()).hasSize(TRIALS).values().as("by trial").containsOnly(1L);
  }

  @Test
  void everySealHoldsAndWhatWasKilledSaysSo() {
    project.isSealed();
    assertThat(project.runs())
        .extracting(RunFiles::status)
        .containsOnly("succeeded", "interrupted");
  }

  @Test
  void noProcessAndNoTemporaryFileIsLeft() {
    platen.processes().awaitGone(Duration.ofSeconds(20));
    await().untilAsserted(() -> assertThat(platen.temporaryFiles()).isEmpty());
    assertThat(project.temporaryFiles()).isEmpty();
  }

  @Test
  void aFurtherSweepHasNothingToDo() {
    List<RunFiles> before = project.runs();
    Ended further = platen.run("sweep", project.study()).exits(0);
    assertThat(further.err()).contains("12 trials, 12 done, 0 to run");
    assertThat(project.since(before)).isEmpty();
  }
}
