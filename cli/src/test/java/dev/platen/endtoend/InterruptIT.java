package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Platen is asked to end in the midst of a cell. */
class InterruptIT {
  @TempDir private Path dir;

  private Path template() {
    return TestNotebook.of(
            "1", "import time\nprint('begun', flush=True)\ntime.sleep(600)", "print('never')")
        .in(dir);
  }

  private void assertInterrupted(Platen platen, Ended ended) {
    ended.exits(130);
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(run.status()).isEqualTo("interrupted");
    assertThat(run.cellStatuses()).containsExactly("completed", "interrupted", "pending");
    assertThat(run.printed(1)).isEqualTo("begun\n");
    assertThat(run.report()).contains("begun").contains("nterrupted");
    assertThat(run.names()).doesNotContain("journal.jsonl");
    assertThat(ended.out()).isEqualTo(run.file("report.html") + "\n");
    platen.processes().awaitGone(Duration.ofSeconds(5));
    assertThat(platen.temporaryFiles()).isEmpty();
    Platen.in(dir).run("verify", run.dir()).exits(0);
  }

  @Test
  void sigtermKeepsWhatThereIsAndSealsIt() {
    Platen platen = Platen.in(dir);
    Running running = platen.start("run", template(), "--log-output").awaitErr("begun");
    assertInterrupted(platen, running.terminate().end());
  }

  @Test
  void aRunUnderWayIsNeitherSealedNorRecovered() {
    Running running = Platen.in(dir).start("run", template(), "--log-output").awaitErr("begun");
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    Ended verified = Platen.in(dir).run("verify", run.dir()).exits(3);
    assertThat(verified.err()).contains("seal.json: isn't there: the run is under way");
    Ended recovered = Platen.in(dir).run("recover", run.dir()).exits(0);
    assertThat(recovered.err()).contains("still running: ").contains("recovered: 0");
    assertThat(run.status()).isEqualTo("running");
    running.terminate().end().exits(130);
    assertThat(run.status()).isEqualTo("interrupted");
  }

  @Test
  void sigintToPlatenAloneDoesTheSame() {
    Platen platen = Platen.in(dir);
    Running running = platen.start("run", template(), "--log-output").awaitErr("begun");
    assertInterrupted(platen, running.signal("INT").end());
  }

  @Test
  void controlCInTheTerminalDoesTheSame() {
    Platen platen = Platen.in(dir);
    Running running = platen.startByShell("exec setsid \"$@\"", "run", template(), "--log-output");
    running.awaitErr("begun");
    assertInterrupted(platen, running.interruptGroup().end());
  }

  @Test
  void aCellThatIgnoresTheInterruptIsKilledWithItsKernel() {
    Path template =
        TestNotebook.of(
                "import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
                    + "print('deaf', flush=True)\nwhile True: time.sleep(1)")
            .in(dir);
    Platen platen = Platen.in(dir);
    Running running = platen.start("run", template, "--log-output").awaitErr("deaf");
    running.terminate().end().exits(130);
    platen.processes().awaitGone(Duration.ofSeconds(5));
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(run.cellStatuses()).containsExactly("interrupted");
    assertThat(run.printed(0)).isEqualTo("deaf\n");
  }

  @Test
  void aSignalWhileTheKernelStartsLeavesNothingRunning() {
    Path kernels = TestKernel.in(dir, "slow").argv("sleep", "600").path();
    Path template = TestNotebook.of("1").kernel("slow", "python").in(dir);
    Platen platen = Platen.in(dir).with("JUPYTER_PATH", kernels.toString());
    Running running = platen.start("run", template, "--verbose").awaitErr("starting the kernel");
    await().until(() -> platen.processes().alive().stream().anyMatch(p -> p.contains("sleep")));
    Ended ended = running.terminate().end().exits(130);
    assertThat(ended.err()).contains("error: interrupted before the first cell");
    platen.processes().awaitGone(Duration.ofSeconds(5));
    assertThat(platen.temporaryFiles()).isEmpty();
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(run.status()).isEqualTo("interrupted");
    Platen.in(dir).run("verify", run.dir()).exits(0);
  }

  @Test
  void aCommandThatMakesNoRunEndsAtOnce() {
    Path kernels = TestKernel.in(dir, "slow").argv("sleep", "600").path();
    Platen platen = Platen.in(dir).with("JUPYTER_PATH", kernels.toString());
    Running running = platen.start("kernels", "--check");
    await().until(() -> platen.processes().alive().stream().anyMatch(p -> p.contains("sleep")));
    running.signal("INT").end().exits(130);
    platen.processes().awaitGone(Duration.ofSeconds(5));
  }
}
