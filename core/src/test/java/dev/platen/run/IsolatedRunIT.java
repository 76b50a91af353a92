package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.execute.Cancellation;
import dev.platen.execute.RunStatus;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelProvider;
import dev.platen.kernel.LaunchRequest;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.StreamOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run may take of the machine, what it took, and where its temporary files lie. */
class IsolatedRunIT {
  private static final long MIB = 1L << 20;
  private static final String FILLED = "block = b'x' * (%d << 20)";

  @TempDir private Path dir;

  private RunResult limited(long limit, String... sources) throws InterruptedException {
    RealRuns runs = new RealRuns(dir);
    return runs.run(runs.template(sources), r -> r.memoryLimit(OptionalLong.of(limit)));
  }

  private static void assertOutOfMemory(RunResult result, int cell, String limit)
      throws IOException {
    JsonObject record = result.folder().readRecord();
    assertThat(record.text("status")).isEqualTo("kernel_lost");
    JsonObject error = record.object("error");
    assertThat(error.text("ename")).isEqualTo("OutOfMemory");
    assertThat(error.text("evalue"))
        .matches("the run took \\d+(\\.\\d+)? MiB, more than its limit of " + limit + "; .*stopped")
        .doesNotContain("took " + limit);
    assertThat(error.integer("cell_index")).contains((long) cell);
    assertThat(Files.readString(result.folder().report())).contains(error.text("evalue"));
    assertThat(new Seal(new Sha256()).verify(result.folder())).isEmpty();
  }

  @Test
  void aRunThatTakesMoreThanItsLimitIsStoppedAndSaysSo() throws Exception {
    RunResult result = limited(300 * MIB, "kept = 1", FILLED.formatted(600) + "\nwhile True: pass");
    assertOutOfMemory(result, 1, "300 MiB");
    assertThat(result.folder().readRecord().object("resources").integer("peak_memory_bytes"))
        .hasValueSatisfying(peak -> assertThat(peak).isGreaterThan(300 * MIB));
  }

  @Test
  void theMemoryOfItsChildrenCounts() throws Exception {
    String child =
        """
        import subprocess, sys
        code = "block = b'x' * (400 << 20); print('full', flush=True); input()"
        new = dict(start_new_session=True, stdin=subprocess.PIPE)
        child = subprocess.Popen([sys.executable, "-c", code], **new)
        child.wait()
        """;
    assertOutOfMemory(limited(300 * MIB, child), 0, "300 MiB");
  }

  @Test
  void whatForkedProcessesShareCountsOnce() throws Exception {
    String forks =
        """
        import os, time
        block = b'x' * (150 << 20)
        for _ in range(4):
            if os.fork() == 0:
                time.sleep(2)
                os._exit(0)
        for _ in range(4):
            os.wait()
        """;
    RunResult result = limited(400 * MIB, forks);
    assertThat(result.execution().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(result.folder().readRecord().object("resources").integer("peak_memory_bytes"))
        .hasValueSatisfying(peak -> assertThat(peak).isBetween(150 * MIB, 400 * MIB));
  }

  @Test
  void whatARunTookIsInItsRecordAndItsReport() throws Exception {
    RealRuns runs = new RealRuns(dir);
    String burn = "import time\nwhile time.process_time() < 2: pass";
    String child = "import subprocess, sys\nsubprocess.run([sys.executable, '-c', code])";
    Template template =
        runs.template(
            FILLED.formatted(200) + "\ndel block",
            burn,
            "code = " + '"' + burn.replace("\n", "\\n").replace("2", "1") + '"',
            child);
    RunResult result = runs.run(template, r -> r);
    JsonObject resources = result.folder().readRecord().object("resources");
    assertThat(resources.integer("peak_memory_bytes"))
        .hasValueSatisfying(peak -> assertThat(peak).isBetween(200 * MIB, 2000 * MIB));
    double seconds = ((JsonNumber) resources.value("cpu_seconds")).value().doubleValue();
    assertThat(seconds).isBetween(3.0, 60.0);
    assertThat(Files.readString(result.folder().report()))
        .contains("Peak memory of the run")
        .contains("CPU time of the run");
  }

  @Test
  void aLimitThatCantBeKeptIsRefusedBeforeAnythingStarts() {
    KernelProvider blind =
        new KernelProvider() {
          @Override
          public void checkMemoryLimit() {
            throw Fault.of(FaultKind.USAGE, "no limits here").mend("none");
          }

          @Override
          public KernelClient start(LaunchRequest request, BooleanSupplier givenUp) {
            throw new AssertionError("started");
          }
        };
    RealRuns runs = new RealRuns(dir);
    RunRequest request =
        RunRequest.of(runs.template("1")).memoryLimit(OptionalLong.of(MIB)).build();
    Map<String, String> env = Map.of("JUPYTER_PATH", "");
    assertThatThrownBy(
            () ->
                new Runner(blind, env, Clock.systemUTC())
                    .run(request, RunListener.NONE, new Cancellation()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no limits here");
    assertThat(dir.resolve("runs")).doesNotExist();
  }

  private static String printed(RunResult result, int cell) {
    CodeCell code = (CodeCell) result.execution().notebook().cells().get(cell);
    return ((StreamOutput) code.outputs().get(0)).text().strip();
  }

  @Test
  void everyRunHasATemporaryFolderOfItsOwnThatIsGoneAfterIt() throws Exception {
    RealRuns runs = new RealRuns(dir);
    Template template =
        runs.template(
            """
            import os, stat, tempfile
            print(tempfile.gettempdir())
            """,
            """
            here = tempfile.mkdtemp()
            print(oct(stat.S_IMODE(os.stat(tempfile.gettempdir()).st_mode)))
            """,
            """
            # What is hard to remove.
            os.symlink(%s, here + "/link")
            open(here + "/-rf\\nnew line", "w").close()
            os.makedirs(here + "/a/b/c")
            open(here + "/a/b/c/file", "w").close()
            os.chmod(here + "/a/b/c/file", 0)
            os.chmod(here + "/a/b/c", 0)
            os.chmod(here + "/a", 0o500)
            """
                .formatted("'" + Files.createDirectory(dir.resolve("precious")) + "'"));
    Files.writeString(dir.resolve("precious/file"), "kept");
    RunResult first = runs.run(template, r -> r);
    RunResult second = runs.run(template, r -> r);
    assertThat(first.execution().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(printed(first, 1)).isEqualTo("0o700");
    assertThat(printed(first, 0)).contains("platen-kernel-").isNotEqualTo(printed(second, 0));
    assertThat(Path.of(printed(first, 0)).getParent()).doesNotExist();
    assertThat(Path.of(printed(second, 0)).getParent()).doesNotExist();
    assertThat(dir.resolve("precious/file")).hasContent("kept");
  }

  @Test
  void aTemporaryFolderThatTheUserNamesIsUsedAndStays() throws Exception {
    RealRuns runs = new RealRuns(dir);
    Path own = Files.createDirectory(dir.resolve("scratch"));
    Template template =
        runs.template(
            "import tempfile\nprint(tempfile.gettempdir())", "open(tempfile.mkstemp()[1], 'w')");
    RunResult result = runs.run(template, r -> r.env(Map.of("TMPDIR", own.toString())));
    assertThat(printed(result, 0)).isEqualTo(own.toString());
    assertThat(own).isNotEmptyDirectory();
  }
}
