package dev.platen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.cli.output.Terminal;
import dev.platen.execute.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code platen papermill} in this process, where no kernel is needed. */
class PapermillCommandTest {
  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "code", "execution_count": null, "id": "p", "outputs": [],
        "metadata": {"tags": ["parameters"]}, "source": "a = 1"}],
       "metadata": {"kernelspec": {"name": "python3", "language": "python", "display_name": "P"}},
       "nbformat": 4, "nbformat_minor": 5}
      """;

  /** Takes nothing, as a full disk does. */
  private static final OutputStream FULL =
      new OutputStream() {
        @Override
        public void write(int each) throws IOException {
          throw new IOException("No space left on device");
        }
      };

  @TempDir private Path dir;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path in = Path.of("");

  @BeforeEach
  void notebook() throws IOException {
    in = Files.writeString(dir.resolve("in.ipynb"), NOTEBOOK);
  }

  private int papermill(OutputStream out, Object... arguments) {
    List<String> all = new ArrayList<>(List.of("papermill"));
    for (Object each : arguments) {
      all.add(each.toString());
    }
    String[] args = all.toArray(String[]::new);
    return new Commands(Terminal.of(out, err), Map.of(), Clock.systemUTC(), Cancellation::new, args)
        .run(args);
  }

  private int papermill(Object... arguments) {
    return papermill(OutputStream.nullOutputStream(), arguments);
  }

  private String said() {
    return err.toString(UTF_8);
  }

  private String written(Path file) throws IOException {
    assertThat(file).exists();
    return Files.readString(file);
  }

  @Test
  void whatStandardOutputDoesNotTakeIsKept() throws IOException {
    assertThat(papermill(FULL, in, "-", "--prepare-only", "-p", "a", "5")).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.startsWith("error: ")))
        .containsExactly("error: standard output took no more");
    String saved = said().replaceAll("(?s).*the notebook was saved as (\\S+).*", "$1");
    assertThat(written(Path.of(saved))).contains("a = 5");
    Files.delete(Path.of(saved));
  }

  @Test
  void helpThatNobodyCanReadIsAnError() {
    assertThat(papermill(FULL, "--help-notebook", in)).isEqualTo(1);
    assertThat(said()).contains("error: standard output took no more");
  }

  @Test
  void aLinkToWhereNothingIsYetIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("out.ipynb"), Path.of("real.ipynb"));
    assertThat(papermill(in, link, "--prepare-only")).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(written(dir.resolve("real.ipynb"))).startsWith("{");
    Path circle = Files.createSymbolicLink(dir.resolve("circle.ipynb"), Path.of("circle.ipynb"));
    assertThat(papermill(in, circle, "--prepare-only")).isEqualTo(1);
    assertThat(said()).contains("a link that leads back to itself");
    assertThat(circle).isSymbolicLink();
    assertThat(papermill(in, dir, "--prepare-only")).isEqualTo(1);
    assertThat(said()).contains("found: a folder\n").doesNotContain("was saved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | -p a                        | takes a name and a value; there is only one word, 'a'",
        "2 | -r                          | -r or --parameters_raw takes a name and a value; there is neither",
        "2 | -- --log-output             | one argument too many: '--log-output'",
        "2 | --start-timeout -1          | no kernel starts in -1 seconds",
        "2 | --start-timeout 0           | where: --start-timeout 0",
        "2 | --execution-timeout soon    | is no whole number",
        "1 | -k java --stdout-file no/o.txt      | where: --stdout-file no/o.txt",
        "1 | -k java --stderr-file .             | found: a folder",
        "2 | -k java --stdout-file DIR/out.ipynb | it is also where the notebook is written",
        "2 | -k java --stdout-file DIR/in.ipynb  | it is also the notebook that is run",
        "2 | -k java --stdout-file DIR/o --stderr-file DIR/./o | it is also the file of --stdout-file",
        "1 | -p 1a 2                     | can't be the name",
        "1 | -p a-b 2 -p a.b 3           | can't be the name",
        "1 | -y [[a,1]]                  | must be a mapping"
      })
  void badInputIsSaidAndNothingIsWritten(int exitCode, String arguments, String what)
      throws IOException {
    List<Object> all = new ArrayList<>(List.of(in, dir.resolve("out.ipynb")));
    all.addAll(List.of(arguments.strip().replace("DIR", dir.toString()).split(" +")));
    assertThat(papermill(all.toArray())).isEqualTo(exitCode);
    assertThat(said())
        .contains("error: ")
        .contains(what.strip())
        .contains("  mend:  ")
        .doesNotContain("Passed unknown parameter")
        .doesNotContain("Exception");
    assertThat(dir).isDirectoryContaining("glob:**/in.ipynb");
    assertThat(dir).isDirectoryNotContaining("glob:**/{out.ipynb,o,.*}");
  }

  /** Each option that has two sides, and some that stand there twice: the last counts. */
  @Test
  void theLastOfAnOptionCounts() throws IOException {
    Path out = dir.resolve("out.ipynb");
    String options =
        "--engine nbclient --prepare-execute --prepare-only --no-progress-bar --progress-bar --log-output"
            + " --no-log-output --report-mode --no-report-mode --no-request-save-on-cell-execute"
            + " --request-save-on-cell-execute --log-level DEBUG --log-level WARNING --start_timeout 5"
            + " --start-timeout 6 --autosave-cell-every -1 -k nosuch -k python3 --cwd nosuch --cwd .";
    List<Object> all = new ArrayList<>(List.of(in, out));
    all.addAll(List.of(options.split(" ")));
    assertThat(papermill(all.toArray())).isZero();
    assertThat(said()).isEmpty();
    assertThat(written(out)).doesNotContain("source_hidden").endsWith("}\n");
  }

  @Test
  void whoWroteItAndWhatWasMeantIsSaid() throws IOException {
    Files.writeString(
        in,
        NOTEBOOK
            .replace(
                "\"metadata\": {\"kern",
                "\"metadata\": {\"papermill\": {\"version\": \"2.6.0\"}, \"kern")
            .replace("a = 1", "alpha = 1"));
    Path out = dir.resolve("out.ipynb");
    assertThat(papermill(in, out, "--prepare-only", "-p", "alhpa", "1")).isZero();
    assertThat(written(out)).contains("\"version\": \"platen ").doesNotContain("2.6.0");
    assertThat(said()).contains("Passed unknown parameter: alhpa (did you mean 'alpha'?)\n");
  }

  @Test
  void aNumberStaysWholeHoweverLongItIs() throws IOException {
    Path out = dir.resolve("out.ipynb");
    assertThat(papermill(in, out, "--prepare-only", "-p", "a", "9".repeat(4301))).isZero();
    assertThat(written(out)).contains("a = 0x").doesNotContain("inf");
  }

  /** The kernel's own files may be written over, but nothing can be made beside them. */
  @Test
  void theFolderMustTakeFilesToo() {
    assertThat(papermill(in, "/proc/self/comm", "--prepare-only")).isEqualTo(1);
    assertThat(said()).contains("error: can't write 'comm'");
  }

  @Test
  void oldNotebooksAndMarksOfTheByteOrderAreRead() throws IOException {
    Path out = dir.resolve("out.ipynb");
    Files.writeString(in, "\ufeff" + NOTEBOOK);
    assertThat(papermill(in, out, "--prepare-only", "-p", "a", "2")).isZero();
    Files.writeString(
        in,
        """
        {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"metadata": {},
          "cells": [{"cell_type": "code", "input": "1", "language": "python", "outputs": []}]}]}
        """);
    assertThat(papermill(in, out, "--prepare-only", "-p", "a", "2", "-k", "python3")).isZero();
    assertThat(written(out)).contains("a = 2");
  }

  @Test
  void whatIsPrintedAndTheNotebookCantBothGoToStandardOutput() {
    Object[] both = {in, "-", "-k", "java", "--stdout-file", "-", "--stderr-file", "-"};
    assertThat(papermill(both)).isEqualTo(2);
    assertThat(said()).contains("--stdout-file -").contains("where the notebook is written");
  }

  @Test
  void whatPythonTakesForNothingIsNoParameters() throws IOException {
    Path out = dir.resolve("out.ipynb");
    Path empty = Files.writeString(dir.resolve("p.yaml"), "# none\n");
    Object[] arguments = {
      in,
      out,
      "--prepare-only",
      "-y",
      "[]",
      "-y",
      "false",
      "-y",
      "null",
      "-y",
      "",
      "-f",
      empty,
      "-b",
      "MA=="
    };
    assertThat(papermill(arguments)).isZero();
    assertThat(written(out)).doesNotContain("injected-parameters");
  }

  @Test
  void whatOpensAnAddressIsNotInjected() throws IOException {
    Path out = dir.resolve("out.ipynb");
    Object[] arguments = {
      "https://me:hidden@localhost:1/in.ipynb?a=1&sig=hidden", out, "--inject-paths"
    };
    assertThat(papermill(arguments)).isEqualTo(1);
    assertThat(said())
        .contains("without what opens it: https://localhost:1/in.ipynb?a=1\n")
        .doesNotContain("hidden");
  }
}
