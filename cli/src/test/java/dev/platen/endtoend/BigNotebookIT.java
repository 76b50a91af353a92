package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks of a hundred megabytes, and a Java that hasn't the memory for them. */
class BigNotebookIT {
  private static final String LINE =
      "epoch 0001 loss 0.123456 accuracy 0.98765 and some more text that fills the line up\\n";

  @TempDir private Path dir;

  /** A notebook of 120 MB: lines of text in 120 cells. */
  private Path big() throws IOException {
    Path file = dir.resolve("big.ipynb");
    String lines = ("\"" + LINE + "\",").repeat(11_000) + "\"end\"";
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5,\"cells\":[");
      for (int i = 0; i < 120; i++) {
        out.write(i == 0 ? "" : ",");
        out.write(
            "{\"cell_type\":\"code\",\"id\":\"c%d\",\"metadata\":{},\"execution_count\":1,\"source\":\"\","
                .formatted(i));
        out.write("\"outputs\":[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[");
        out.write(lines);
        out.write("]}]}");
      }
      out.write("]}");
    }
    assertThat(file.toFile().length()).isGreaterThan(110_000_000);
    return file;
  }

  @Test
  void aNotebookOf120MegabytesBecomesAReport() throws IOException {
    Platen.in(dir).run("html", big()).exits(0);
    assertThat(dir.resolve("big.html").toFile().length()).isGreaterThan(90_000_000);
  }

  @Test
  void tooLittleMemoryForANotebookIsSaidInFourLines() throws IOException {
    Ended ended = Platen.in(dir).withJava("-Xmx64m").run("html", big()).exits(3);
    ended.saysError("too large for the memory", "heap", "64 MB", "JAVA_TOOL_OPTIONS=-Xmx128m");
    assertThat(dir.resolve("big.html")).doesNotExist();
  }

  @Test
  void tooLittleMemoryForTheOutputsLeavesThemToBeRecovered() {
    Path template =
        TestNotebook.of("print('first')", "for i in range(30): print('x' * 5_000_000, flush=True)")
            .in(dir);
    Platen platen = Platen.in(dir).withJava("-Xmx64m");
    Ended ended = platen.run("run", template).exits(3);
    assertThat(ended.err()).contains("error: the notebook is too large for the memory");
    assertThat(ended.err()).contains("'platen recover'").doesNotContain("\tat ");
    platen.processes().awaitGone(Duration.ofSeconds(5));
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    Platen.in(dir).run("recover", run.dir()).exits(0);
    assertThat(run.status()).isEqualTo("interrupted");
    assertThat(run.printed(0)).isEqualTo("first\n");
    assertThat(run.printed(1)).startsWith("xxxxx");
  }
}
