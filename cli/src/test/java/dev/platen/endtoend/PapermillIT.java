package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code platen papermill}, beside what {@link PapermillSideBySideIT} compares. */
class PapermillIT {
  @TempDir private Path dir;

  private Ended papermill(Object... arguments) {
    return start(arguments).end();
  }

  private Running start(Object... arguments) {
    return Platen.in(dir)
        .start(Stream.concat(Stream.of("papermill"), Stream.of(arguments)).toArray());
  }

  private Ended shell(String script, Object... arguments) {
    return Platen.in(dir)
        .startByShell(script, Stream.concat(Stream.of("papermill"), Stream.of(arguments)).toArray())
        .end();
  }

  private JsonObject notebook(String name) {
    try {
      return (JsonObject) JsonReader.read(Files.readAllBytes(dir.resolve(name)));
    } catch (IOException | JsonSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> statuses(JsonObject notebook) {
    return notebook.array("cells").stream()
        .map(cell -> ((JsonObject) cell).object("metadata").object("papermill").text("status"))
        .toList();
  }

  private static String printed(JsonObject notebook, int cell) {
    StringBuilder text = new StringBuilder();
    for (var output : ((JsonObject) notebook.array("cells").get(cell)).array("outputs")) {
      ((JsonObject) output).array("text").forEach(t -> text.append(((JsonString) t).value()));
    }
    return text.toString();
  }

  private List<String> hiddenFiles() throws IOException {
    try (Stream<Path> all = Files.list(dir)) {
      return all.map(f -> f.getFileName().toString()).filter(n -> n.startsWith(".")).toList();
    }
  }

  private TestNotebook template() {
    return new TestNotebook().parameters("alpha = 0.5").code("print(alpha)");
  }

  @Test
  void oneNotebookIsWrittenAndNothingElse() throws IOException {
    template().in(dir);
    Path elsewhere = Files.createDirectory(dir.resolve("work"));
    Ended ended =
        papermill(
            "report.ipynb",
            "out_{alpha:.2f}.ipynb",
            "-p",
            "alpha",
            "0.6",
            "-p",
            "beta",
            "-5",
            "--cwd",
            elsewhere);
    ended.exits(0);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().toList())
        .startsWith(
            "Input Notebook:  report.ipynb",
            "Output Notebook: out_0.60.ipynb",
            "Working directory: " + elsewhere,
            "Passed unknown parameter: beta",
            "Executing notebook with kernel: python3")
        .last()
        .asString()
        .startsWith("Executing: 100%|██████████| 3/3 [00:0");
    assertThat(printed(notebook("out_0.60.ipynb"), 2)).isEqualTo("0.6\n");
    assertThat(hiddenFiles()).isEmpty();
    assertThat(Platen.in(dir).temporaryFiles()).isEmpty();
  }

  @Test
  void theOutputIsLoggedInItsFramesAsItCame() {
    TestNotebook.of("import sys\nprint('out', end='')\nprint('err', file=sys.stderr)", "6 * 7")
        .in(dir);
    Ended ended =
        papermill(
            "report.ipynb",
            "out.ipynb",
            "--log-output",
            "--stdout-file",
            "o.txt",
            "--stderr-file",
            "-");
    assertThat(ended.exits(0).err())
        .contains("Executing Cell 1---------------------------------------\nout")
        .contains("Ending Cell 2------------------------------------------\n")
        .contains("---\n42\nEnding")
        .doesNotContain("%|");
    assertThat(ended.out()).isEqualTo("err\n");
    assertThat(dir.resolve("o.txt")).content().isEqualTo("out");
    ended =
        papermill(
            "report.ipynb",
            "out.ipynb",
            "--log-level",
            "ERROR",
            "--no-progress-bar",
            "--stderr-file",
            "/dev/full");
    assertThat(ended.exits(1).err())
        .startsWith("error: can't write 'full'\n  where: --stderr-file /dev/full\n");
    assertThat(printed(notebook("out.ipynb"), 0)).isEqualTo("outerr\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"$@\" < report.ipynb > out.ipynb",
        "cat report.ipynb | \"$@\" > out.ipynb",
        "cat report.ipynb | \"$@\" out.ipynb",
        "\"$@\" - - < report.ipynb > out.ipynb",
        "\"$@\" report.ipynb > out.ipynb",
        "\"$@\" report.ipynb /dev/stdout > out.ipynb"
      })
  void pipesStandForPaths(String script) {
    TestNotebook.of("print('piped')").in(dir);
    shell(script).exits(0);
    assertThat(printed(notebook("out.ipynb"), 0)).isEqualTo("piped\n");
  }

  @Test
  void aFailureOnTheWayToAPipeIsInTheNotebook() {
    TestNotebook.of("print('before')", "1/0").in(dir);
    Ended ended = shell("\"$@\" report.ipynb - > out.ipynb").exits(1);
    assertThat(ended.err())
        .contains("Exception encountered at \"In [2]\":")
        .contains("ZeroDivisionError: division by zero")
        .contains("error: cell 2 (In [2]) failed\n  where: -\n")
        .doesNotContain("\u001b");
    JsonObject written = notebook("out.ipynb");
    assertThat(written.array("cells")).hasSize(4);
    assertThat(printed(written, 1)).isEqualTo("before\n");
  }

  @Test
  void aDeviceIsWrittenIntoAndNotReplaced() throws IOException {
    TestNotebook.of("1").in(dir);
    Path link = Files.createSymbolicLink(dir.resolve("out.ipynb"), Path.of("/dev/null"));
    papermill("report.ipynb", link).exits(0);
    assertThat(link).isSymbolicLink();
    Path real = Files.writeString(dir.resolve("real.ipynb"), "old");
    Path other = Files.createSymbolicLink(dir.resolve("other.ipynb"), real);
    papermill("report.ipynb", other, "--prepare-only").exits(0);
    assertThat(other).isSymbolicLink();
    assertThat(real).content().startsWith("{");
  }

  @Test
  void helpShowsWhatTheNotebookTakes() {
    new TestNotebook()
        .parameters(
            "n: int = 3  # how many\ns = 'a=b # c'\nx: str | None = None\nlong_name_of_it: float = 0.25  # h")
        .in(dir);
    Ended ended = papermill("--help-notebook", "report.ipynb").exits(0);
    assertThat(ended.out())
        .isEqualTo(
            """
            Usage: platen papermill [OPTIONS] NOTEBOOK_PATH [OUTPUT_PATH]

            Parameters inferred for notebook 'report.ipynb':
              n: int (default 3)              how many
              s: str (default 'a=b # c')
              x: str | None (default None)
              long_name_of_it: float (default 0.25)
                                              h
            """);
    shell("cat report.ipynb | \"$@\" --help-notebook").exits(0);
    TestNotebook.of("1").in(dir);
    assertThat(papermill("--help-notebook", "report.ipynb").exits(1).out())
        .endsWith("\n  No cell tagged 'parameters'\n");
    new TestNotebook().parameters("# none").in(dir);
    assertThat(papermill("--help-notebook", "report.ipynb").exits(0).out())
        .contains("Can't infer anything");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | report.ipynb --nosuch               | unknown option",
        "2 | report.ipynb out.ipynb more          | one argument too many",
        "2 | report.ipynb out.ipynb -p a          | a name and a value",
        "2 | report.ipynb out.ipynb --until 99    | no cell is called '99'",
        "1 | nosuch.ipynb out.ipynb               | can't read 'nosuch.ipynb'",
        "1 | bad.ipynb out.ipynb                  | JSON",
        "1 | report.ipynb nosuch/out.ipynb        | can't write",
        "1 | report.ipynb home                    | can't write",
        "1 | report.ipynb out_{zz}.ipynb          | missing parameter 'zz'",
        "1 | report.ipynb out_{}.ipynb            | a field without a name",
        "1 | report.ipynb out.ipynb -y [1]        | must be a mapping",
        "1 | report.ipynb out.ipynb -y a:=        | mapping",
        "1 | report.ipynb out.ipynb -b WzFd       | must be a mapping",
        "1 | report.ipynb out.ipynb -b a=b        | no base64",
        "1 | report.ipynb out.ipynb -f no.yaml    | can't read 'no.yaml'",
        "1 | report.ipynb out.ipynb --engine zz   | no engine named 'zz' found",
        "1 | report.ipynb out.ipynb -k zz         | no kernel named 'zz'",
        "1 | report.ipynb out.ipynb --cwd nosuch  | working folder",
        "1 | report.ipynb out.ipynb -p 1a 2       | can't be the name",
        "1 | s3://bucket/in.ipynb out.ipynb       | no storage for s3://"
      })
  void badInputIsSaidInFourLinesAndWritesNothing(int exitCode, String arguments, String what)
      throws IOException {
    template().in(dir);
    Files.writeString(dir.resolve("bad.ipynb"), "{");
    Ended ended = papermill((Object[]) arguments.strip().split(" +")).exits(exitCode);
    assertThat(ended.err()).contains("error: ").contains(what.strip()).contains("  mend:  ");
    assertThat(ended.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(dir.resolve("out.ipynb")).doesNotExist();
    assertThat(hiddenFiles()).isEmpty();
  }

  @Test
  void aKernelThatDoesNotStartLeavesANotebookThatSaysSo() {
    template().kernel("broken", "klingon").in(dir);
    Path jupyter =
        TestKernel.in(dir, "broken").argv("sh", "-c", "echo no such luck; exit 3").path();
    Ended ended =
        Platen.in(dir)
            .with("JUPYTER_PATH", jupyter.toString())
            .run("papermill", "report.ipynb", "out.ipynb", "--start-timeout", "20");
    assertThat(ended.exits(1).err()).contains("no such luck").contains("error: ");
    assertThat(statuses(notebook("out.ipynb"))).containsOnly("pending");
    JsonObject whole = notebook("out.ipynb").object("metadata").object("papermill");
    assertThat(whole.isTrue("exception")).isTrue();
  }

  @Test
  void whoLooksSeesTheNotebookGrow() throws IOException {
    TestNotebook.of("print('early', flush=True)", "import time; time.sleep(100)", "3").in(dir);
    Running running = start("report.ipynb", "out.ipynb", "--autosave-cell-every", "1");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                Files.exists(dir.resolve("out.ipynb"))
                    && statuses(notebook("out.ipynb"))
                        .equals(List.of("completed", "running", "pending")));
    assertThat(printed(notebook("out.ipynb"), 0)).isEqualTo("early\n");
    Ended ended = running.terminate().end().exits(130);
    assertThat(ended.err()).contains("error: cell 2 (In [2]) was interrupted");
    assertThat(statuses(notebook("out.ipynb")))
        .containsExactly("completed", "interrupted", "pending");
    assertThat(hiddenFiles()).isEmpty();
  }

  @Test
  void whatHadArrivedBeforeAKillIsRecovered() throws IOException {
    TestNotebook.of("1", "print('arrived', flush=True)\nimport time; time.sleep(100)", "3").in(dir);
    Platen platen = Platen.in(dir);
    Running running =
        platen.start(
            "papermill",
            "report.ipynb",
            "out.ipynb",
            "--autosave-cell-every",
            "0",
            "--log-output",
            "--no-request-save-on-cell-execute");
    running.awaitErr("arrived");
    Ended second = papermill("report.ipynb", "out.ipynb").exits(1);
    assertThat(second.err()).contains("another run is writing this notebook");
    running.kill().end();
    assertThat(statuses(notebook("out.ipynb"))).containsOnly("pending");
    assertThat(hiddenFiles()).containsExactly(".out.ipynb.journal");

    Ended recovered = platen.run("recover", "out.ipynb").exits(0);
    assertThat(recovered.out()).isEqualTo("out.ipynb\n");
    assertThat(printed(notebook("out.ipynb"), 1)).isEqualTo("arrived\n");
    assertThat(statuses(notebook("out.ipynb")))
        .containsExactly("completed", "interrupted", "pending");
    assertThat(hiddenFiles()).isEmpty();
    await().atMost(Duration.ofSeconds(30)).until(() -> platen.processes().alive().isEmpty());
  }

  @Test
  void cellsAreChosenAndTheOthersKeepWhatTheyHave() {
    new TestNotebook()
        .parameters("a = 1")
        .code("print('data')", "slow")
        .last("execution_count", JsonNumber.of(4))
        .last(
            "outputs",
            new JsonArray(
                List.of(
                    JsonObject.build(
                        o ->
                            o.put("output_type", "stream")
                                .put("name", "stdout")
                                .put("text", JsonArray.ofStrings(List.of("old\n")))))))
        .markdown("# Plots")
        .code("print('plot', a)")
        .code("1/0", "slow")
        .in(dir);
    Ended ended =
        papermill(
            "report.ipynb", "out.ipynb", "-p", "a", "2", "--from", "Plots", "--skip-tag", "slow");
    assertThat(ended.exits(0).err())
        .contains("not run (--skip-tag slow --from Plots): cells 2, 5;");
    JsonObject written = notebook("out.ipynb");
    assertThat(statuses(written))
        .containsExactly("completed", "completed", "skipped", "completed", "completed", "skipped");
    assertThat(printed(written, 2)).isEqualTo("old\n");
    assertThat(printed(written, 4)).isEqualTo("plot 2\n");
  }

  @Test
  void anotherKernelsLanguageIsTheNotebooks() {
    template().kernel("nowhere", "python").in(dir);
    Ended ended = papermill("report.ipynb", "out.ipynb", "-p", "alpha", "1").exits(0);
    assertThat(ended.err()).contains("no kernel named 'nowhere' here; using 'python3'");
    new TestNotebook().code("1").kernel("", "").in(dir);
    assertThat(papermill("report.ipynb", "out2.ipynb").exits(1).err())
        .contains("error: the notebook names no kernel")
        .contains("pass --kernel NAME");
    papermill("report.ipynb", "out3.ipynb", "-k", "python3").exits(0);
    assertThat(notebook("out3.ipynb").object("metadata").object("kernelspec").text("name"))
        .isEmpty();
  }

  @Test
  void aLinkNamedPapermillIsThisCommand() throws IOException {
    template().in(dir);
    Path link =
        Files.createSymbolicLink(
            dir.resolve("papermill"), TestEnvironment.root().resolve("platen"));
    Path out = dir.resolve("out.ipynb");
    Shell.run(
        link.toString(), dir.resolve("report.ipynb").toString(), out.toString(), "--prepare-only");
    assertThat(notebook("out.ipynb").object("metadata").object("papermill").value("exception"))
        .isNull();
  }
}
