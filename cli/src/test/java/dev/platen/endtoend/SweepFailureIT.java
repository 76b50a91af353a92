package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies of which something fails, on real kernels. */
class SweepFailureIT {
  @TempDir private Path dir;

  private Ended sweep(Object... arguments) {
    return Platen.in(dir).run(Stream.concat(Stream.of("sweep"), Stream.of(arguments)).toArray());
  }

  private Path template(String parameters, String... code) {
    TestNotebook notebook = new TestNotebook().parameters(parameters);
    for (String each : code) {
      notebook.code(each);
    }
    return notebook.in(dir);
  }

  private List<RunFiles> runs() {
    return RunFiles.allIn(dir.resolve("runs"));
  }

  private RunFiles run(String label) {
    return runs().stream()
        .filter(run -> run.dir().getFileName().toString().startsWith(label + "~"))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private List<String> statuses() {
    return runs().stream().map(RunFiles::status).sorted().toList();
  }

  @Test
  void oneThatFailsKeepsNotTheOthersAndIsRunAgainOnlyWhenAsked() throws IOException {
    Path template =
        template(
            "n = 0",
            "import os\nif n == 1 and not os.path.exists('mended'): raise ValueError('n is odd')");
    Object[] command = {
      template,
      "--vary",
      "n=1,2,3",
      "--parallel",
      "1",
      "--notify",
      "echo \"$PLATEN_EVENT | $PLATEN_STUDY | $PLATEN_MESSAGE | $PLATEN_REPORT\" >> told; echo rang"
    };
    Ended ended = sweep(command).exits(6);
    assertThat(ended.err())
        .containsSubsequence(
            "1/3 n=1: failed in ",
            "ValueError: n is odd",
            "2/3 n=2: succeeded",
            "error: n=1 failed\n  found: ValueError: n is odd\n  mend:  the report shows it in full: ",
            "2 succeeded, 1 failed\n")
        .startsWith("3 trials, 3 to run\n")
        .contains("rang\n");
    assertThat(run("n=1").report()).contains("n is odd");
    assertThat(ended.out()).isEqualTo(dir.resolve("runs/index.html") + "\n");
    assertThat(Files.readAllLines(dir.resolve("told")))
        .containsExactly(
            "first-failure | report | n=1: ValueError: n is odd | "
                + run("n=1").file("report.html"),
            "end | report | 2 of 3 trials done, 1 failed | " + dir.resolve("runs/index.html"));
    Ended again = sweep(command).exits(6);
    assertThat(again.err())
        .contains("3 trials, 2 done, 1 failed before (--retry-failed runs them again), 0 to run")
        .endsWith("0 succeeded, 2 done before, 1 failed before (--retry-failed runs them again)\n");
    assertThat(runs()).hasSize(3);
    Files.createFile(dir.resolve("mended"));
    Ended mended =
        sweep(Stream.concat(Stream.of(command), Stream.of("--retry-failed")).toArray()).exits(0);
    assertThat(mended.err())
        .contains("1/1 n=1: succeeded")
        .endsWith("1 succeeded, 2 done before\n");
    assertThat(statuses()).containsExactly("failed", "succeeded", "succeeded", "succeeded");
  }

  @Test
  void failFastStartsNothingMore() {
    Path template = template("n = 0", "raise ValueError('no')");
    Ended ended = sweep(template, "--vary", "n=1,2,3", "--parallel", "1", "--fail-fast").exits(6);
    assertThat(ended.err())
        .contains("0 succeeded, 1 failed, 2 not run: stopped at the first failure");
    assertThat(statuses()).containsExactly("failed");
  }

  @Test
  void anErrorAndALostKernelAreTriedAgainWhenAskedFor() {
    Path template =
        template(
            "kind = ''",
            """
            import os
            first = not os.path.exists(kind)
            os.makedirs(kind, exist_ok=True)
            if first and kind == 'error': raise ValueError('the first time')
            if first and kind == 'kill': os.kill(os.getpid(), 9)
            """);
    Ended ended =
        sweep(template, "--vary", "kind=error,kill", "-p", "2", "--retries", "1", "--retry-errors")
            .exits(0);
    assertThat(ended.err())
        .contains("kind='error': ValueError: the first time; trying again in 1.0 s")
        .containsPattern("kind='kill': .*; trying again in 1.0 s")
        .contains("2/2 ")
        .endsWith("2 succeeded\n");
    assertThat(statuses()).containsExactly("failed", "kernel_lost", "succeeded", "succeeded");
    assertThat(runs())
        .allSatisfy(
            run ->
                assertThat(run.record().object("trial").integer("attempt"))
                    .contains(run.status().equals("succeeded") ? 2L : 1L));
  }

  @Test
  void aLostKernelIsNotTriedAgainByItselfAndTheOthersGoOn() {
    Path template = template("n = 0", "import os\nif n == 1: os.kill(os.getpid(), 9)");
    Ended ended = sweep(template, "--vary", "n=1,2", "-p", "1").exits(6);
    assertThat(ended.err()).containsPattern("1/2 n=1: kernel lost").contains("2/2 n=2: succeeded");
    assertThat(statuses()).containsExactly("kernel_lost", "succeeded");
  }

  @Test
  void cellsAndRunsThatTakeTooLongAreStopped() {
    Path template = template("n = 0", "import time\ntime.sleep(600)");
    Ended ended = sweep(template, "n=1", "--cell-timeout", "2s").exits(6);
    assertThat(ended.err()).contains("timed out in").contains("0 succeeded, 1 failed");
    ended = sweep(template, "n=2", "--timeout", "6s").exits(6);
    assertThat(ended.err()).contains("timed out in");
    assertThat(statuses()).containsExactly("timed_out", "timed_out");
    assertThat(sweep(template, "n=2").exits(6).err()).contains("1 failed before");
  }

  @Test
  void whenTheStudysTimeIsOverTheRestWaitsForTheNextTime() throws IOException {
    Path template =
        template(
            "n = 0",
            "import os, time\ntime.sleep(600 if n > 1 and not os.path.exists('go') else 0)");
    Object[] command = {template, "--vary", "n=1,2,3", "-p", "2", "--study-timeout", "20s"};
    Ended ended = sweep(command).exits(6);
    assertThat(ended.err())
        .contains("1 succeeded, 2 not run: the study's time was over; the same command goes on");
    assertThat(statuses()).containsExactly("interrupted", "interrupted", "succeeded");
    Files.createFile(dir.resolve("go"));
    command[6] = "0";
    assertThat(sweep(command).exits(0).err()).endsWith("2 succeeded, 1 done before\n");
  }

  @Test
  void aRunThatTakesTooMuchMemoryIsNamedAsThat() throws IOException {
    template(
        "n = 0",
        "print('begun', flush=True)",
        "import time\nx = b'x' * 600_000_000\ntime.sleep(60)");
    Path study =
        Files.writeString(
            dir.resolve("study.yaml"), "template: report.ipynb\nrun: {memory: 300MB}\n");
    Platen platen = Platen.in(dir);
    Ended ended = platen.run("sweep", study).exits(6);
    assertThat(ended.err()).contains("kernel lost in ").contains("OutOfMemory");
    RunFiles run = runs().get(0);
    assertThat(run.status()).isEqualTo("kernel_lost");
    assertThat(run.error().text("ename")).isEqualTo("OutOfMemory");
    assertThat(run.report()).contains("more than its limit of 300 MB", "begun");
    assertThat(Files.readString(dir.resolve("runs/index.html"))).contains("OutOfMemory");
    platen.processes().awaitGone(Duration.ofSeconds(5));
  }

  @Test
  void aNoticeThatFailsIsSaidAndHarmsNothing() throws IOException {
    Path template = template("n = 0", "1");
    Ended ended = sweep(template, "--notify", "echo rang; exit 3").exits(0);
    assertThat(ended.err())
        .startsWith("1 trial, 1 to run\n")
        .contains("rang\n")
        .contains("note: the notify command failed: it ended with exit code 3\n")
        .contains("1 succeeded\n");
  }
}
