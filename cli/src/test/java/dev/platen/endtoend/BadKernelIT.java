package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels that don't start: said, tried twice, and gone; the run's folder tells of it. */
class BadKernelIT {
  @TempDir private Path dir;

  private Platen with(TestKernel kernel) {
    return Platen.in(dir).with("JUPYTER_PATH", kernel.path().toString());
  }

  private Path template() {
    return TestNotebook.of("1").kernel("bad", "python").in(dir);
  }

  private void assertSealed(String found) {
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(run.status()).isEqualTo("failed");
    assertThat(run.cellStatuses()).containsExactly("pending");
    assertThat(run.report()).contains("didn&#39;t start".replace("&#39;", "'")).contains(found);
    Platen.in(dir).run("verify", run.dir()).exits(0);
  }

  private static String error(Ended ended) {
    return ended.err().substring(ended.err().indexOf("error: "));
  }

  @Test
  void aKernelThatDiesAtOnce() {
    Platen platen = with(TestKernel.in(dir, "bad").argv("false"));
    Ended ended = platen.run("run", template()).exits(4);
    new Ended(4, "", error(ended))
        .saysError(
            "the kernel 'bad' didn't start",
            "kernel.json (JUPYTER_PATH)",
            "exit code 1",
            "kernel.log");
    assertThat(platen.processes().alive()).isEmpty();
    assertThat(platen.temporaryFiles()).isEmpty();
    assertSealed("exit code 1");
  }

  @Test
  void aKernelWhoseProgramIsMissing() {
    Platen platen = with(TestKernel.in(dir, "bad").argv("/no/such/program", "{connection_file}"));
    Ended ended = platen.run("run", template()).exits(4);
    assertThat(error(ended)).contains("the kernel 'bad' didn't start").contains("exit code 127");
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(run.text("kernel.log")).contains("/no/such/program");
  }

  @Test
  void aKernelThatNeverAnswersIsKilledTriedTwiceAndGone() {
    Platen platen =
        with(
            TestKernel.in(dir, "bad")
                .argv("sh", "-c", "echo started; sleep 1000", "{connection_file}"));
    Ended ended = platen.run("run", template(), "--start-timeout", "1s").exits(4);
    new Ended(4, "", error(ended))
        .saysError(
            "the kernel 'bad' didn't start", "kernel.json", "no answer in 1 s", "kernel.log");
    platen.processes().awaitGone(Duration.ofSeconds(5));
    assertThat(platen.temporaryFiles()).isEmpty();
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(run.text("kernel.log")).isEqualTo("started\nstarted\n");
    assertSealed("no answer in 1 s");
  }

  @Test
  void aKernelThatSpeaksAnotherProtocolIsStoppedAtOnce() {
    String web =
        """
        import json, socket, sys
        server = socket.create_server(("127.0.0.1", json.load(open(sys.argv[1]))["shell_port"]))
        while True:
            client, _ = server.accept()
            client.sendall(b"HTTP/1.1 400 Bad Request\\r\\nContent-Length: 0\\r\\n" + b"X: x\\r\\n" * 9)
        """;
    Platen platen = with(TestKernel.in(dir, "bad").argv("python3", "-c", web, "{connection_file}"));
    Ended ended = platen.run("run", template()).exits(4);
    new Ended(4, "", error(ended))
        .saysError(
            "the kernel 'bad' didn't start",
            "kernel.json",
            "SHELL: what listens there doesn't speak ZeroMQ",
            "kernel.log");
    platen.processes().awaitGone(Duration.ofSeconds(5));
    assertThat(platen.temporaryFiles()).isEmpty();
    assertSealed("doesn&#39;t speak ZeroMQ".replace("&#39;", "'"));
  }

  @Test
  void checkingTheKernelsSaysWhichStart() {
    Platen platen = with(TestKernel.in(dir, "bad").argv("false"));
    Ended ended = platen.run("kernels", "--check").exits(4);
    assertThat(ended.out())
        .containsPattern("(?m)^bad +python +JUPYTER_PATH .* no: it ended with exit code 1$")
        .containsPattern("(?m)^python3 +python +VIRTUAL_ENV .* yes, python 3\\.");
    assertThat(platen.processes().alive()).isEmpty();
    assertThat(platen.temporaryFiles()).isEmpty();
  }
}
