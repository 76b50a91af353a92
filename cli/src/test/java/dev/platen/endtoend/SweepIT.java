package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that go well, on real kernels. */
class SweepIT {
  private static final String TYPED =
      """
      hidden: int = 1
      lr: float = 0.5
      name: str = 'x'
      opt = 7
      layers: list = []
      arch: dict = {}
      seed = -1
      """;
  private static final String SHOW = "print((hidden, lr, name, opt, layers, arch, seed))";

  @TempDir private Path dir;

  private Path study(String yaml) throws IOException {
    return Files.writeString(dir.resolve("study.yaml"), "template: report.ipynb\n" + yaml);
  }

  private Ended sweep(Object... arguments) {
    return Platen.in(dir).run(Stream.concat(Stream.of("sweep"), Stream.of(arguments)).toArray());
  }

  private List<RunFiles> runs() {
    return RunFiles.allIn(dir.resolve("runs"));
  }

  private static List<String> printed(List<RunFiles> runs, int cell) {
    return runs.stream().map(run -> run.printed(cell).strip()).sorted().toList();
  }

  private String page() throws IOException {
    return Files.readString(dir.resolve("runs/index.html"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      return all.filter(path -> !path.getFileName().toString().endsWith(".txt")).sorted().toList();
    }
  }

  @Test
  void aFileAndTheCommandLineAreOneStudyWhoseValuesKeepTheirTypes() throws IOException {
    Path template = new TestNotebook().parameters(TYPED).code(SHOW).in(dir);
    Path study =
        study(
            """
            parameters: {name: "a: b # c", opt: null, layers: [1, 2.0, x]}
            vary: {lr: [1, 1e-3]}
            together: [{hidden: 8.0, arch: {kind: mlp, layers: [8, 8]}}]
            seed: {seed: [3]}
            """);
    Object[] words = {
      "sweep",
      template,
      "name=a: b # c",
      "opt=null",
      "layers=[1, 2.0, x]",
      "--vary",
      "lr=1,1e-3",
      "--together",
      "hidden=8.0,arch={kind: mlp, layers: [8, 8]}",
      "--seed",
      "seed=3",
      "--dry-run"
    };
    String planned = sweep(study, "--dry-run").exits(0).out();
    assertThat(planned.lines())
        .hasSize(2)
        .allMatch(l -> l.endsWith("would run because it never ran"));
    assertThat(Platen.in(dir).run(words).exits(0).out()).isEqualTo(planned);
    Ended ended = sweep(study, "--parallel", "2").exits(0);
    assertThat(ended.out()).isEqualTo(dir.resolve("runs/index.html") + "\n");
    assertThat(runs())
        .extracting(run -> run.dir().getFileName().toString())
        .allMatch(n -> n.contains(",hidden=8,arch=kind-mlp,layers-8-8,seed=3~"));
    String arch = "{'kind': 'mlp', 'layers': [8, 8]}";
    assertThat(printed(runs(), 2))
        .containsExactly(
            "(8, 0.001, 'a: b # c', None, [1, 2.0, 'x'], " + arch + ", 3)",
            "(8, 1.0, 'a: b # c', None, [1, 2.0, 'x'], " + arch + ", 3)");
    assertThat(Platen.in(dir).run(words).exits(0).out().lines())
        .allMatch(l -> l.endsWith(": done"));
  }

  @Test
  void aDryRunSaysWhatWouldRunAndWritesNothing() throws IOException {
    Path template = new TestNotebook().parameters("hidden = 8").in(dir);
    Platen.in(dir);
    List<Path> before = files();
    Ended ended =
        sweep(template, "--vary", "hidden=8,16", "--repeat", "2", "-p", "2", "-n").exits(0);
    assertThat(ended.out())
        .isEqualTo(
            """
            hidden=8: would run because it never ran
            hidden=8, repeat 2: would run because it never ran
            hidden=16: would run because it never ran
            hidden=16, repeat 2: would run because it never ran
            """);
    assertThat(ended.err()).isEqualTo("4 trials, 4 to run\n2 at once\n");
    new TestNotebook().parameters("hidden = 8\nseed = 0").in(dir);
    assertThat(sweep(template, "--repeat", "2", "-p", "2", "-n").exits(0).err())
        .startsWith("2 trials, 2 to run\nhint: repeats of a point have the same 'seed' and ")
        .endsWith("\n2 at once\n");
    List<String> lines =
        sweep(template, "hidden=3", "-n", "--json").exits(0).out().lines().toList();
    assertThat(lines).hasSize(1);
    JsonObject trial = RunFiles.json(lines.get(0));
    assertThat(trial.object("parameters").integer("hidden")).contains(3L);
    assertThat(trial.text("need")).isEqualTo("would run because it never ran");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void metricsGroupsAndTheBestPointAreOnThePageAndAnEditIsShown() throws IOException {
    new TestNotebook()
        .parameters("hidden = 8\nseed = 0")
        .code("loss = 1 / hidden + seed / 100\nwho = 'me'\nprint('acc: 0.5')")
        .in(dir);
    String yaml =
        "vary: {hidden: [8, 16]}\nrepeat: 2\nseed: seed\n"
            + "record: {loss: loss, who: who, bad: 1/0}\ngoal: {loss: min}\nrun: {parallel: 2}\n";
    Ended ended = sweep(study(yaml)).exits(0);
    assertThat(
            ended
                .err()
                .lines()
                .filter(l -> l.matches("\\d/4 hidden=\\d+, seed=\\d: succeeded in .*")))
        .as("a line for each trial that ended, in:\n" + ended.err())
        .hasSize(4);
    assertThat(ended.err())
        .startsWith("4 trials, 4 to run\n2 at once\n")
        .containsOnlyOnce("no metric 'bad': ")
        .contains("4 succeeded\n", "hidden=16 better than hidden=8: loss lower by ")
        .doesNotContain("\u001b");
    List<String> csv = Files.readAllLines(dir.resolve("runs/runs.csv"));
    assertThat(csv).hasSize(5);
    assertThat(csv.get(0))
        .contains(",hidden,seed,")
        .contains("loss")
        .contains("who")
        .contains("acc");
    assertThat(csv.subList(1, 5))
        .anyMatch(l -> l.contains("0.135"))
        .allMatch(l -> l.contains("me"));
    assertThat(runs())
        .allSatisfy(
            run -> {
              assertThat(run.status()).isEqualTo("succeeded");
              assertThat(run.record().object("metric_errors").text("bad")).contains("ZeroDivision");
              assertThat(run.record().object("trial").text("study")).isEqualTo("study");
            });
    assertThat(page()).contains("hidden=16").contains("better than");
    Ended again = sweep(study(yaml.replace("repeat: 2", "repeat: 3")), "--dry-run").exits(0);
    assertThat(again.err())
        .startsWith(
            "the study has changed since it last started:\n  repeat: 2 → 3\n6 trials, 4 done, 2 to run\n");
    assertThat(again.out())
        .contains("hidden=8, seed=1: done\nhidden=8, seed=2: would run because it");
  }

  @Test
  void runsBesideEachOtherHaveTheirOwnSlotFolderAndShareOfTheCores() throws IOException {
    new TestNotebook()
        .parameters("n = 0")
        .code(
            """
            import os, time
            slot = os.environ['MY_SLOT']
            os.mkdir('lock-' + slot)
            time.sleep(0.3)
            os.rmdir('lock-' + slot)
            """)
        .code("print(os.environ['TMPDIR'])")
        .code(
            "print(os.environ['OMP_NUM_THREADS'], os.environ['MKL_NUM_THREADS'], os.environ['NUMEXPR_NUM_THREADS'])")
        .in(dir);
    Path study =
        study(
            "repeat: 8\nrun: {parallel: 2, slots: {MY_SLOT: [a, b]}, env: {MKL_NUM_THREADS: 7}}\n");
    Ended ended =
        Platen.in(dir).with("NUMEXPR_NUM_THREADS", "9").run("sweep", study, "--json").exits(0);
    JsonObject result = RunFiles.json(ended.out());
    assertThat(result.integer("succeeded")).contains(8L);
    assertThat(result.integer("failed")).contains(0L);
    assertThat(result.text("page")).isEqualTo(dir.resolve("runs/index.html").toString());
    List<RunFiles> runs = runs();
    assertThat(printed(runs, 2)).hasSize(8).doesNotHaveDuplicates();
    int share = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    assertThat(printed(runs, 3)).hasSize(8).allMatch((share + " 7 9")::equals);
  }

  @Test
  void aPointThatAlwaysLosesTheRaceGetsFewerRepeatsAndTheSameCommandLeavesItSo() throws Exception {
    new TestNotebook().parameters("hidden = 8\nseed = 0").code("loss = hidden + seed").in(dir);
    Path study =
        study(
            "vary: {hidden: [1, 2]}\nrepeat: 7\nseed: seed\nrecord: {loss: loss}\n"
                // One at a time: how many pairs there are at each look must not hang on a slow
                // start.
                + "goal: {loss: min}\nrace: true\nrun: {parallel: 1}\n");
    Ended ended = sweep(study).exits(0);
    assertThat(ended.err())
        .contains("race: hidden=2 gets no further seeds: behind hidden=1")
        .contains("12 succeeded, 2 not run: their points lost the race");
    assertRaced();
    Ended again = sweep(study).exits(0);
    assertThat(again.err()).contains("0 succeeded, 12 done before, 2 not run: their points lost");
    assertRaced();
  }

  private void assertRaced() throws Exception {
    List<String> csv = Files.readAllLines(dir.resolve("runs/runs.csv"));
    assertThat(csv).hasSize(13);
    JsonArray race = (JsonArray) JsonReader.read(Files.readString(dir.resolve("runs/race.json")));
    assertThat(race.values().stream().map(JsonObject.class::cast).filter(d -> d.isTrue("drop")))
        .singleElement()
        .satisfies(
            drop -> {
              assertThat(drop.text("point")).isEqualTo("hidden=2");
              assertThat(drop.integer("pairs")).contains(5L);
              assertThat(drop.value("p")).isEqualTo(JsonNumber.of(1 / 32.0));
            });
  }

  @Test
  void aGoalThatNoRunRecordsIsSaidAsSoonAsOneRunHasShownIt() throws IOException {
    new TestNotebook().parameters("hidden = 8").code("print('val_loss: 1')").in(dir);
    Ended ended =
        sweep(study("vary: {hidden: [8, 16, 32]}\ngoal: {loss: min}\nrun: {parallel: 1}\n"))
            .exits(0);
    assertThat(ended.err())
        .containsSubsequence(
            "1/3 hidden=8: succeeded",
            "note: hidden=8 recorded no number as 'loss', which is the goal; did you mean 'val_loss'?"
                + " Otherwise record it: record: {loss: loss}, or --record loss=loss\n",
            "2/3 hidden=16: succeeded",
            "3/3 hidden=32: succeeded",
            "note: no run recorded a number as 'loss', which is the goal\n")
        .containsOnlyOnce("val_loss");
  }

  @Test
  void afterControlCTheSameCommandGoesOn() throws IOException {
    Path template =
        new TestNotebook()
            .parameters("hidden = 8")
            .code(
                "import os, time\nos.makedirs(f'begun-{hidden}', exist_ok=True)\n"
                    + "time.sleep(600 if hidden > 8 and not os.path.exists('go') else 0)")
            .in(dir);
    Object[] command = {"sweep", template, "--vary", "hidden=8,16,32", "--parallel", "2"};
    Platen platen = Platen.in(dir);
    Running running = platen.startByShell("exec setsid \"$@\"", command).awaitErr("1/3 hidden=8");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> Files.exists(dir.resolve("begun-16")) && Files.exists(dir.resolve("begun-32")));
    Ended ended = running.interruptGroup().end().exits(130);
    assertThat(ended.err())
        .contains("1 succeeded, 2 not run: interrupted; the same command goes on");
    assertThat(ended.out()).isEqualTo(dir.resolve("runs/index.html") + "\n");
    platen.processes().awaitGone(Duration.ofSeconds(5));
    assertThat(platen.temporaryFiles()).isEmpty();
    assertThat(statuses()).isEqualTo("interrupted interrupted succeeded");
    Files.createFile(dir.resolve("go"));
    assertThat(platen.run(command).exits(0).err())
        .contains("3 trials, 1 done, 2 to run\n  2 because it was interrupted\n")
        .endsWith("2 succeeded, 1 done before\n");
    assertThat(statuses()).isEqualTo("interrupted interrupted succeeded succeeded succeeded");
    Object[] verify =
        Stream.concat(Stream.of("verify"), runs().stream().map(RunFiles::dir)).toArray();
    platen.run(verify).exits(0);
  }

  private String statuses() {
    List<RunFiles> runs = runs();
    return IntStream.range(0, runs.size())
        .mapToObj(i -> runs.get(i).status())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
