package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole study, then one edit after the other: which trials run again, what is said of them, and
 * what becomes of the runs that don't stand any more.
 */
class SweepStaleIT {
  private static final String MODEL =
      """
      import os
      FACTOR = 2
      def main(hidden):
          rows = open("data.csv").read().split()
          if hidden > 1:
              rows += open("more.csv").read().split()
          return FACTOR * hidden * len(rows)
      """;
  private static final String CODE =
      "import model\nscore = model.main(hidden)\nprint('score', score)";

  /** The first run waits before it imports anything. */
  private static final String WAIT =
      """
      import os, time
      open(os.environ["TEST_WAITING"], "w").close()
      while not os.path.exists(os.environ["TEST_GO"]):
          time.sleep(0.02)
      """;

  @TempDir private Path dir;
  private StudyProject project;
  private Platen platen;

  @BeforeEach
  void aStudyThatIsDone() {
    project = new StudyProject(dir);
    project.write("model.py", MODEL).write("data.csv", "1 2\n").write("more.csv", "3\n");
    project.write("units.txt", "mm\n").write("notes.txt", "nothing to do with it\n");
    project.write("study.yaml", study("hidden: [1, 2]", "repeat: 1"));
    template("hidden: int = 0", "# Units", CODE);
    platen = Platen.in(dir);
    sweep();
    assertThat(project.successes()).hasSize(2).values().containsOnly(1L);
  }

  private static String study(String vary, String repeat) {
    return """
        template: report.ipynb
        vary: {%s}
        %s
        record: {score: score}
        inputs: [units.txt]
        run: {parallel: 2}
        """
        .formatted(vary, repeat);
  }

  private void template(String parameters, String text, String code) {
    new TestNotebook().parameters(parameters).markdown(text).code(code).in(dir);
  }

  private Ended sweep() {
    return platen.run("sweep", project.study()).exits(0);
  }

  /** What a dry run says of each trial; it runs nothing. */
  private List<String> plan() {
    List<RunFiles> before = project.runs();
    List<String> lines =
        platen.run("sweep", project.study(), "--dry-run").exits(0).out().lines().toList();
    assertThat(project.since(before)).isEmpty();
    return lines;
  }

  /** The run that stands for a trial. */
  private RunFiles current(int hidden) {
    List<RunFiles> current =
        project.runs().stream().filter(run -> hidden(run) == hidden && !isSuperseded(run)).toList();
    assertThat(current).as("current runs of hidden=" + hidden).hasSize(1);
    return current.get(0);
  }

  private boolean isSuperseded(RunFiles run) {
    return project.table().get(id(run)).get("superseded").equals("TRUE");
  }

  private static String id(RunFiles run) {
    String name = run.dir().getFileName().toString();
    return name.substring(name.lastIndexOf('~') + 1);
  }

  private static int hidden(RunFiles run) {
    JsonObject hidden = run.record().object("parameters").object("hidden");
    return (int) Double.parseDouble(hidden.text("display"));
  }

  private static List<Integer> trials(List<RunFiles> runs) {
    return runs.stream().map(SweepStaleIT::hidden).sorted().toList();
  }

  private Ended why(RunFiles run) {
    return platen.run("why", project.out(), id(run), "--study", project.study()).exits(0);
  }

  /**
   * After an edit these trials run again, and no others.
   *
   * @param because as 'why' and the dry run say it, with %d for the trial
   * @param row a pattern of what 'why' shows of the input, likewise
   */
  private void runsAgain(String because, String row, Integer... trials) {
    List<RunFiles> stale = Stream.of(trials).map(this::current).toList();
    List<String> plan = plan();
    for (int hidden = 1; hidden <= 2; hidden++) {
      boolean again = List.of(trials).contains(hidden);
      String need = again ? "would run because " + because.formatted(hidden, hidden) : "done";
      assertThat(plan.get(hidden - 1))
          .matches("hidden=%d(\\.0)?: ".formatted(hidden) + Pattern.quote(need));
    }
    for (RunFiles run : stale) {
      assertThat(why(run).out())
          .contains("would run again because " + because.formatted(hidden(run), hidden(run)))
          .containsPattern("(?m)^changed +" + row.formatted(hidden(run), hidden(run)));
    }
    Map<RunFiles, String> seals = seals();

    List<RunFiles> before = project.runs();
    assertThat(sweep().err())
        .contains(trials.length + " to run", because.formatted(trials[0], trials[0]));
    List<RunFiles> fresh = project.since(before);

    assertThat(trials(fresh)).containsExactly(trials);
    assertThat(seals()).containsAllEntriesOf(seals);
    project.isSealed();
    for (RunFiles run : stale) {
      RunFiles newer = current(hidden(run));
      assertThat(fresh).contains(newer);
      assertThat(why(run).err())
          .contains("a newer run took its place: " + newer.dir().getFileName());
    }
    assertThat(page()).contains(before.size() - 2 + stale.size() + " runs are superseded");
    runsNothing();
  }

  private Map<RunFiles, String> seals() {
    Map<RunFiles, String> seals = new HashMap<>();
    project.runs().forEach(run -> seals.put(run, run.text("seal.json")));
    return seals;
  }

  private String page() {
    return new RunFiles(project.out()).text("index.html");
  }

  private void runsNothing() {
    assertThat(plan()).hasSize(2).allMatch(line -> line.endsWith(": done"));
    List<RunFiles> before = project.runs();
    assertThat(sweep().err()).contains("2 trials, 2 done, 0 to run");
    assertThat(project.since(before)).isEmpty();
  }

  @Test
  void oneEditAfterTheOtherRunsWhatDependsOnIt() {
    project.write("model.py", MODEL.replace("FACTOR = 2", "FACTOR = 3"));
    runsAgain("model.py changed", "model\\.py +file imported +[0-9a-f]{12}… +[0-9a-f]{12}…", 1, 2);

    project.write("data.csv", "1 2 3\n");
    runsAgain("data.csv changed", "data\\.csv +file read +4 bytes +6 bytes", 1, 2);

    project.write("more.csv", "3 4\n");
    runsAgain("more.csv changed", "more\\.csv +file read +2 bytes +4 bytes", 2);

    project.write("units.txt", "inch\n");
    runsAgain("units.txt changed", "units\\.txt +declared input +3 bytes +5 bytes", 1, 2);

    template("hidden: int = 0", "# Other words", CODE);
    runsNothing();

    template("hidden: float = 0.0", "# Other words", CODE);
    runsAgain(
        "hidden: was int %d, is float %d.0 (and 1 more input)",
        "hidden +parameter +int %d +float %d\\.0", 1, 2);

    project.write("notes.txt", "edited\n");
    runsNothing();

    template("hidden: float = 0.0", "# Other words", CODE + "\nprint('more')");
    runsAgain(
        "the template's code changed", "template +template +[0-9a-f]{12}… +[0-9a-f]{12}…", 1, 2);
  }

  @Test
  void anEditOfTheStudyIsSaidFirstAndRunsWhatIsNew() {
    project.write("study.yaml", study("hidden: [1, 2, 3]", "repeat: 1"));
    assertThat(plan())
        .containsExactly(
            "hidden=1: done", "hidden=2: done", "hidden=3: would run because it never ran");
    List<RunFiles> before = project.runs();
    assertThat(sweep().err())
        .startsWith(
            """
            the study has changed since it last started:
              vary.hidden: [1,2] → [1,2,3]
            3 trials, 2 done, 1 to run
            """);
    assertThat(trials(project.since(before))).containsExactly(3);

    project.write("study.yaml", study("hidden: [1, 2, 3]", "repeat: 2"));
    List<RunFiles> three = project.runs();
    assertThat(sweep().err())
        .startsWith(
            """
            the study has changed since it last started:
              repeat: 1 → 2
            6 trials, 3 done, 3 to run
            """);
    List<RunFiles> more = project.since(three);
    assertThat(trials(more)).containsExactly(1, 2, 3);
    assertThat(more)
        .allSatisfy(run -> assertThat(run.record().object("trial").integer("repeat")).contains(1L));
    assertThat(sweep().err()).startsWith("6 trials, 6 done, 0 to run");
    assertThat(page()).doesNotContain("superseded</summary>");
  }

  @Test
  void aRunThatSomebodyEditedIsShownNotTrustedAndNotDeleted() throws IOException {
    RunFiles edited = current(1);
    Shell.run("chmod", "-R", "u+w", edited.dir().toString());
    String record = edited.text("run.json");
    String other = record.replace("\"score\"", "\"scare\"");
    assertThat(other).isNotEqualTo(record);
    Files.writeString(edited.file("run.json"), other);

    String because = "its seal is broken: run.json was changed";
    assertThat(plan()).containsExactly("hidden=1: would run because " + because, "hidden=2: done");
    assertThat(why(edited).out()).containsPattern("(?m)^changed +seal +seal +whole +" + because);
    List<RunFiles> before = project.runs();
    assertThat(sweep().err()).contains("2 trials, 1 done, 1 to run", "1 because " + because);
    assertThat(trials(project.since(before))).containsExactly(1);
    assertThat(edited.text("run.json")).isEqualTo(other);
    assertThat(project.table()).doesNotContainKey(id(edited));
    assertThat(page()).contains(id(edited), "run.json was changed");
    platen.run("verify", edited.dir()).exits(3);
    runsNothing();
  }

  @Test
  void aRunWhoseRecordIsBrokenIsShownAndRunsAgain() throws IOException {
    RunFiles edited = current(2);
    Shell.run("chmod", "-R", "u+w", edited.dir().toString());
    String other = edited.text("run.json").replaceFirst("\\{", "[");
    Files.writeString(edited.file("run.json"), other);

    assertThat(plan())
        .containsExactly("hidden=1: done", "hidden=2: would run because it never ran");
    List<RunFiles> before = project.runs();
    assertThat(sweep().err())
        .contains(
            "2 trials, 1 done, 1 to run\n",
            "1 damaged run, which doesn't count:\n  "
                + edited.dir().getFileName()
                + ": run.json is no JSON: line 2, column ");
    assertThat(project.since(before)).hasSize(1);
    assertThat(edited.text("run.json")).isEqualTo(other);
    assertThat(page()).contains(id(edited), "run.json is no JSON");
    runsNothing();
  }

  @Test
  void whatWasQueuedIsWhatRuns() throws IOException {
    Path waiting = dir.resolve("waiting.flag");
    Path go = dir.resolve("go.flag");
    platen.with("TEST_WAITING", waiting.toString()).with("TEST_GO", go.toString());
    project.write(
        "study.yaml", study("hidden: [1, 2]", "repeat: 1").replace("parallel: 2", "parallel: 1"));
    template("hidden: int = 0", "# Units", WAIT + CODE);
    List<RunFiles> before = project.runs();
    Running running = platen.start("sweep", project.study());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(waiting) || !running.process().isAlive());

    project.write("model.py", MODEL.replace("FACTOR = 2", "FACTOR = 5"));
    Files.createFile(go);
    running.end().exits(0);

    List<RunFiles> queued = project.since(before);
    assertThat(queued)
        .extracting(run -> run.printed(3).strip())
        .containsExactlyInAnyOrder("score 4", "score 12");
    for (RunFiles run : queued) {
      String snapshot = run.record().object("provenance").text("snapshot");
      assertThat(snapshot).startsWith("snapshots/");
      assertThat(project.out().resolve(snapshot).resolve("model.py")).hasContent(MODEL);
    }
    runsAgain("model.py changed", "model\\.py +file imported +[0-9a-f]{12}… +[0-9a-f]{12}…", 1, 2);
    assertThat(current(1).printed(3)).contains("score 10");
  }
}
