package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.PythonOracle;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run that goes well, and the seal on what it leaves. */
class RunIT {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @TempDir private static Path dir;
  private static Ended ended;
  private static RunFiles run;

  @TempDir private Path own;

  @BeforeAll
  static void runOnce() {
    Path template =
        new TestNotebook()
            .markdown("# Units\n\nHow many?")
            .parameters("hidden: int = 8  # units\nname = 'a'")
            .code("print('hidden', hidden, name)\nhidden * 2")
            .code(
                "from IPython.display import Image, display\nimport base64\n"
                    + "display(Image(base64.b64decode('%s')))".formatted(PNG))
            .in(dir);
    ended = Platen.in(dir).run("run", template, "hidden=32", "name=ü \"quoted\"");
    run = ended.exits(0).run();
  }

  @Test
  void standardOutputIsTheReportsPathAlone() {
    assertThat(ended.out()).isEqualTo(run.file("report.html") + "\n");
    assertThat(run.dir().getParent()).isEqualTo(dir.resolve("runs"));
    assertThat(run.dir().getFileName().toString()).matches("hidden=32,name=__quoted_~[a-z2-7]{6}");
  }

  @Test
  void theFolderHoldsWhatItShouldAndNothingElse() {
    assertThat(run.names())
        .containsExactly(
            "figures/cell-05-1.png",
            "kernel.log",
            "notebook.ipynb",
            "report.html",
            "run.json",
            "seal.json");
  }

  @Test
  void everythingIsReadOnly() throws IOException {
    try (Stream<Path> all = Files.walk(run.dir())) {
      assertThat(all)
          .allSatisfy(
              path ->
                  assertThat(Files.getPosixFilePermissions(path))
                      .doesNotContain(
                          PosixFilePermission.OWNER_WRITE,
                          PosixFilePermission.GROUP_WRITE,
                          PosixFilePermission.OTHERS_WRITE));
    }
  }

  @Test
  void theNotebookIsWhatNbformatItselfWouldWrite() throws Exception {
    String verdict = PythonOracle.run(script("check_notebook.py"), run.file("notebook.ipynb") + "");
    assertThat(verdict).isEqualTo("valid\nsame\n");
  }

  private static Path script(String name) throws URISyntaxException {
    return Path.of(RunIT.class.getResource(name).toURI());
  }

  @Test
  void theParametersAreInjectedBehindTheirDefaults() {
    assertThat(run.source(2))
        .isEqualTo("# Parameters\nhidden = 32\nname = \"\\xfc \\\"quoted\\\"\"\n");
    assertThat(run.cells().get(2).object("metadata").array("tags"))
        .isEqualTo(JsonArray.ofStrings(List.of("injected-parameters")).values());
    assertThat(run.printed(3)).isEqualTo("hidden 32 ü \"quoted\"\n");
  }

  @Test
  void everyCellSaysWhatBecameOfItAsPapermillsDo() {
    assertThat(run.cellStatuses())
        .containsExactly("completed", "completed", "completed", "completed", "completed");
    for (int cell : List.of(1, 2, 3, 4)) {
      JsonObject papermill = run.cells().get(cell).object("metadata").object("papermill");
      assertThat(papermill.text("status")).isEqualTo("completed");
      assertThat(papermill.isTrue("exception")).isFalse();
      assertThat(papermill.has("duration")).isTrue();
      assertThat(papermill.text("start_time")).isLessThan(papermill.text("end_time"));
      assertThat(run.cells().get(cell).integer("execution_count")).contains((long) cell);
    }
    JsonObject whole = run.notebook().object("metadata").object("papermill");
    assertThat(whole.isTrue("exception")).isFalse();
    assertThat(whole.object("parameters").integer("hidden")).contains(32L);
  }

  @Test
  void theRecordSaysWhatWasRunAndHow() {
    JsonObject record = run.record();
    assertThat(record.text("status")).isEqualTo("succeeded");
    assertThat(record.text("title")).isEqualTo("Units");
    JsonObject hidden = record.object("parameters").object("hidden");
    assertThat(hidden.isTrue("given")).isTrue();
    assertThat(hidden.text("type")).isEqualTo("int");
    assertThat(hidden.integer("value")).contains(32L);
    assertThat(record.has("error")).isFalse();
  }

  @Test
  void theReportShowsTheRunAndNeedsNothingElse() {
    assertThat(run.report())
        .startsWith("<!doctype html>")
        .contains("<title>Units")
        .contains("hidden 32 ü \"quoted\"")
        .contains("data:image/png;base64," + PNG.substring(0, 40))
        .doesNotContainPattern("(src|href)=\"https?:");
  }

  @Test
  void nothingIsLeftBehind() {
    Platen platen = Platen.in(dir);
    assertThat(platen.temporaryFiles()).isEmpty();
    assertThat(ended.err()).contains("cell 4 of 5: completed").contains("succeeded in");
  }

  @Test
  void verifyFindsTheSealWhole() {
    Ended verified = verify(dir.resolve("runs")).exits(0);
    assertThat(verified.err()).contains("1 of 1 runs are as they were sealed");
  }

  @Test
  void oneChangedByteInAnyFileBreaksTheSeal() throws IOException {
    for (String name : run.names()) {
      Path copy = copy("changed-" + name.replace('/', '-'));
      Path file = copy.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) {
        bytes = new byte[1];
      } else {
        bytes[bytes.length / 2] ^= 1;
      }
      Files.write(file, bytes);
    }
    Ended verified = verify(own).exits(3);
    for (String name : run.names()) {
      assertThat(verified.err()).containsPattern("(?m)^ +" + name + ": (was changed|is no seal)");
    }
    assertThat(verified.err()).contains("0 of 6 runs");
  }

  @Test
  void aRemovedOrAddedFileBreaksTheSeal() throws IOException {
    Files.delete(copy("removed").resolve("figures/cell-05-1.png"));
    Files.writeString(copy("added").resolve("figures/extra.png"), "new");
    Files.delete(copy("unsealed").resolve("seal.json"));
    copy("untouched");
    Ended verified = verify(own).exits(3);
    assertThat(verified.err())
        .contains("figures/cell-05-1.png: is missing")
        .contains("figures/extra.png: was added")
        .contains("seal.json: isn't there: the run was never sealed")
        .contains("mend: ")
        .contains("1 of 4 runs are as they were sealed");
  }

  @Test
  void aRerunMakesAFolderOfItsOwn() throws IOException {
    Path template = TestNotebook.of("1").in(own);
    Platen platen = Platen.in(own);
    RunFiles first = platen.run("run", template, "--quiet").exits(0).run();
    byte[] before = Files.readAllBytes(first.file("notebook.ipynb"));
    RunFiles second = platen.run("run", template, "--quiet").exits(0).run();
    assertThat(second.dir()).isNotEqualTo(first.dir());
    assertThat(Files.readAllBytes(first.file("notebook.ipynb"))).isEqualTo(before);
  }

  private Ended verify(Path folder) {
    return Platen.in(own).run("verify", folder);
  }

  /** A copy of the run that can be changed. */
  private Path copy(String name) throws IOException {
    Path target = own.resolve(name);
    try (Stream<Path> all = Files.walk(run.dir())) {
      for (Path path : all.toList()) {
        Path to = target.resolve(run.dir().relativize(path).toString());
        Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    return target;
  }

  @Test
  void aFileOfParametersMeansWhatArgumentsMean() throws IOException {
    Path template =
        new TestNotebook().parameters("a = None\nb = None").code("print(repr(a), repr(b))").in(own);
    String words = "[1e-3, 010, yes, 12:30, 1_000, null]";
    Path file = Files.writeString(own.resolve("p.yaml"), "a: " + words + "\n");
    Ended both = Platen.in(own).run("run", template, "-f", file, "b=" + words).exits(0);
    String list = "[0.001, '010', 'yes', '12:30', 1000, None]";
    assertThat(both.run().printed(2)).isEqualTo(list + " " + list + "\n");
  }

  @Test
  void noReportIsWrittenIntoASealedRun() {
    Ended refused = Platen.in(own).run("html", run.file("notebook.ipynb")).exits(5);
    refused.saysError("sealed", run.dir().toString(), "report.html", "--out");
    Platen.in(own).run("verify", run.dir()).exits(0);
  }
}
