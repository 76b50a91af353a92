package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebook's own code fails, ends, hangs, asks, or kills its kernel: all is written and told.
 */
class FailedCellIT {
  @TempDir private Path dir;

  private Ended run(TestNotebook notebook, Object... options) {
    Object[] command = new Object[options.length + 2];
    command[0] = "run";
    command[1] = notebook.in(dir);
    System.arraycopy(options, 0, command, 2, options.length);
    Platen platen = Platen.in(dir);
    Ended ended = platen.run(command);
    assertThat(platen.processes().alive()).isEmpty();
    assertThat(platen.temporaryFiles()).isEmpty();
    return ended;
  }

  @Test
  void aFailingCellEndsTheRunWithItsErrorFirst() {
    Ended ended = run(TestNotebook.of("1", "print('so far')\n1/0", "2")).exits(1);
    RunFiles run = ended.run();
    assertThat(run.status()).isEqualTo("failed");
    assertThat(run.cellStatuses()).containsExactly("completed", "failed", "pending");
    assertThat(run.error().text("ename")).isEqualTo("ZeroDivisionError");
    assertThat(run.error().integer("cell_index")).contains(1L);
    assertThat(ended.err())
        .contains("error: cell 2 (In [2]) failed")
        .contains("found: ZeroDivisionError: division by zero")
        .contains("mend:  the report shows it in full: " + run.file("report.html"));
    assertThat(run.report().indexOf("ZeroDivisionError"))
        .isLessThan(run.report().indexOf("so far"));
    Platen.in(dir).run("verify", run.dir()).exits(0);
  }

  @Test
  void aKilledKernelIsSaidFirstAndTheRestIsPending() {
    Ended ended =
        run(TestNotebook.of(
                "1",
                "2",
                "import os, signal, time\nprint('last words', flush=True)\ntime.sleep(.5)\n"
                    + "os.kill(os.getpid(), signal.SIGKILL)",
                "4",
                "5",
                "6"))
            .exits(138);
    RunFiles run = ended.run();
    assertThat(run.status()).isEqualTo("kernel_lost");
    assertThat(run.cellStatuses())
        .containsExactly("completed", "completed", "kernel_lost", "pending", "pending", "pending");
    assertThat(run.printed(2)).isEqualTo("last words\n");
    assertThat(ended.err()).contains("error: cell 3").contains("lost its kernel");
    assertThat(run.error().text("evalue")).contains("SIGKILL");
    String report = run.report();
    assertThat(report).contains("kernel_lost");
    assertThat(report.indexOf("SIGKILL")).isBetween(0, report.indexOf("last words"));
    Platen.in(dir).run("verify", run.dir()).exits(0);
  }

  @Test
  void aCellThatTakesTooLongIsStopped() {
    Ended ended =
        run(
                TestNotebook.of("print('on', flush=True)\nimport time; time.sleep(600)", "2"),
                "--cell-timeout",
                "2s")
            .exits(1);
    RunFiles run = ended.run();
    assertThat(run.status()).isEqualTo("timed_out");
    assertThat(run.cellStatuses()).containsExactly("timed_out", "pending");
    assertThat(run.printed(0)).isEqualTo("on\n");
    assertThat(ended.err()).contains("error: cell 1").contains("was stopped after 2.");
  }

  @Test
  void aRunThatTakesTooLongIsStoppedInTheCellThatRuns() {
    RunFiles run =
        run(TestNotebook.of("import time; time.sleep(.1)", "time.sleep(600)", "3"), "--timeout=2s")
            .exits(1)
            .run();
    assertThat(run.status()).isEqualTo("timed_out");
    assertThat(run.cellStatuses()).containsExactly("completed", "timed_out", "pending");
  }

  @Test
  void askingForInputFailsWithTheWayOut() {
    Ended ended = run(TestNotebook.of("input('who? ')", "2")).exits(1);
    assertThat(ended.run().cellStatuses()).containsExactly("failed", "pending");
    assertThat(ended.err())
        .contains("mend:  nobody can answer input() in a run; make the value a parameter");
  }

  @Test
  void exitWithoutErrorEndsTheRunOnPurpose() {
    RunFiles run = run(TestNotebook.of("1", "import sys; sys.exit(0)", "3")).exits(0).run();
    assertThat(run.status()).isEqualTo("succeeded");
    assertThat(run.cellStatuses()).containsExactly("completed", "completed", "skipped");
  }

  @Test
  void exitWithAnErrorFails() {
    RunFiles run = run(TestNotebook.of("1", "import sys; sys.exit(3)", "3")).exits(1).run();
    assertThat(run.status()).isEqualTo("failed");
    assertThat(run.cellStatuses()).containsExactly("completed", "failed", "pending");
  }

  @Test
  void keepGoingRunsTheCellsBehind() {
    RunFiles run = run(TestNotebook.of("1/0", "print('on')"), "--keep-going").exits(1).run();
    assertThat(run.status()).isEqualTo("failed");
    assertThat(run.cellStatuses()).containsExactly("failed", "completed");
    assertThat(run.printed(1)).isEqualTo("on\n");
  }

  @Test
  void aCellTaggedRaisesExceptionMayRaise() {
    RunFiles run =
        run(new TestNotebook().code("1/0", "raises-exception").code("print('on')")).exits(0).run();
    assertThat(run.status()).isEqualTo("succeeded");
    assertThat(run.outputs(0).get(0).text("ename")).isEqualTo("ZeroDivisionError");
    assertThat(run.printed(1)).isEqualTo("on\n");
  }
}
