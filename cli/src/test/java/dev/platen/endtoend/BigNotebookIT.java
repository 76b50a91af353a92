package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks of hundreds of megabytes, and a Java that hasn't the memory for them. */
class BigNotebookIT {
  private static final String LINE =
      "epoch 0001 loss 0.123456 accuracy 0.98765 and some more text that fills the line up\\n";

  private static final String CELL =
      "{\"cell_type\": \"code\", \"metadata\": {}, \"execution_count\": 1, \"source\": \"%s\", \"outputs\": [";

  /** Signature and size of an image of 640 by 480 pixels. */
  private static final String PNG_HEAD = "iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAYAAAA10dzk";

  @TempDir private Path dir;

  /** A notebook of 300 MB: figures in 450 cells, and a long text. */
  private Path big() throws IOException {
    Path file = dir.resolve("big.ipynb");
    byte[] png = new byte[500_001];
    new Random(1).nextBytes(png);
    System.arraycopy(Base64.getDecoder().decode(PNG_HEAD), 0, png, 0, 33);
    String figure = Base64.getEncoder().encodeToString(png);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"cells\": [");
      for (int i = 0; i < 450; i++) {
        out.write(CELL.formatted("plot(" + i + ")"));
        out.write(
            "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {\"image/png\": \"");
        out.write(figure);
        out.write("\"}}]},");
      }
      writeText(out, 10_000);
      out.write("], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}");
    }
    assertThat(file.toFile().length()).isGreaterThan(300_000_000);
    return file;
  }

  /** A notebook with one output of 80 MB. */
  private Path huge() throws IOException {
    Path file = dir.resolve("huge.ipynb");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4, \"cells\": [");
      writeText(out, 1_000_000);
      out.write("]}");
    }
    return file;
  }

  private static void writeText(BufferedWriter out, int lines) throws IOException {
    out.write(CELL.formatted("train()"));
    out.write("{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [");
    for (int i = 0; i < lines; i++) {
      out.write("\"" + LINE + "\",");
    }
    out.write("\"that was all\"]}]}");
  }

  /** The heap holds a fifth of the notebook. */
  @Test
  void aNotebookThatIsLargerThanTheMemoryBecomesAReport() throws IOException {
    Platen.in(dir).withJava("-Xmx64m").run("html", big()).exits(0);
    Path report = dir.resolve("big.html");
    try (Stream<String> lines = Files.lines(report)) {
      assertThat(lines.filter(line -> line.contains("<img src=\"data:image/png;base64,iVBOR")))
          .hasSize(450);
    }
    try (FileChannel end = FileChannel.open(report)) {
      ByteBuffer bytes = ByteBuffer.allocate(1000);
      end.read(bytes, end.size() - bytes.capacity());
      assertThat(new String(bytes.array(), StandardCharsets.UTF_8))
          .contains("that was all</pre>")
          .endsWith("</html>\n");
    }
  }

  @Test
  void tooLittleMemoryForAnOutputIsSaidInFourLines() throws IOException {
    Ended ended = Platen.in(dir).withJava("-Xmx64m").run("html", huge()).exits(3);
    ended.saysError("too large for the memory", "heap", "64 MB", "JAVA_TOOL_OPTIONS=-Xmx128m");
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("huge.html"));
    }
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
