package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code platen execute}: jupyter execute's command line. */
class ExecuteIT {
  @TempDir private Path dir;

  private Ended execute(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "execute";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Platen.in(dir).run(all);
  }

  private static JsonObject read(Path file) {
    try {
      return (JsonObject) JsonReader.read(Files.readAllBytes(file));
    } catch (IOException | JsonSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Integer> outputCounts(JsonObject notebook) {
    return notebook.array("cells").stream()
        .map(cell -> ((JsonObject) cell).array("outputs").size())
        .toList();
  }

  @Test
  void nothingIsWrittenUnlessAskedFor() throws IOException {
    Path file = TestNotebook.of("import os\nprint(os.getcwd())").in(dir);
    byte[] before = Files.readAllBytes(file);
    execute("report").exits(0);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void inPlaceNothingChangesButWhatWasExecuted() throws IOException {
    Path sub = Files.createDirectory(dir.resolve("sub"));
    Path file =
        new TestNotebook()
            .markdown("# T")
            .code("import os\nprint(os.path.basename(os.getcwd()))", "mine")
            .in(sub);
    execute("--inplace", "sub/report.ipynb").exits(0);
    JsonObject written = read(file);
    JsonObject cell = (JsonObject) written.array("cells").get(1);
    assertThat(cell.array("outputs").toString()).contains("sub");
    assertThat(cell.object("metadata").members()).containsOnlyKeys("tags", "execution");
    assertThat(((JsonObject) written.array("cells").get(0)).object("metadata").isEmpty()).isTrue();
    assertThat(written.object("metadata").members())
        .containsOnlyKeys("kernelspec", "language_info");
    try (var left = Files.list(sub)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void aFailureIsWrittenAndKeepsNobodyFromTheOthers() throws IOException {
    Path first = TestNotebook.of("print(1)", "1/0", "3").in(dir);
    Files.move(first, dir.resolve("bad.ipynb"));
    TestNotebook.of("print(2)").in(dir);
    Ended ended = execute("--output", "{notebook_name}-done", "bad.ipynb", "report.ipynb").exits(1);
    assertThat(ended.err()).contains("error: cell 2 (In [2]) failed\n  where: bad.ipynb");
    assertThat(outputCounts(read(dir.resolve("bad-done.ipynb")))).containsExactly(1, 1, 0);
    assertThat(outputCounts(read(dir.resolve("report-done.ipynb")))).containsExactly(1);

    execute("--allow-errors", "--output=all.ipynb", "bad.ipynb").exits(0);
    assertThat(outputCounts(read(dir.resolve("all.ipynb")))).containsExactly(1, 1, 1);
  }

  @Test
  void cellsWithATagAreLeftOut() {
    new TestNotebook().code("1/0", "later").code("2").code("1/0", "skip-execution").in(dir);
    execute("--NbClientApp.skip_cells_with_tag=later", "--output=out", "report.ipynb").exits(0);
    assertThat(outputCounts(read(dir.resolve("out.ipynb")))).containsExactly(0, 1, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "--output one report report,      2, several notebooks",
    "--output one --inplace report,   2, --output beside --inplace",
    "nosuch.ipynb,                    5, can't read",
    "--kernel_name zz report,         4, no kernel named 'zz'",
    "--timeout 1 report,              1, was stopped after"
  })
  void whatGoesWrongIsSaid(String arguments, int exitCode, String what) {
    TestNotebook.of("import time\ntime.sleep(60)").in(dir);
    assertThat(execute((Object[]) arguments.split(" ")).exits(exitCode).err()).contains(what);
  }
}
