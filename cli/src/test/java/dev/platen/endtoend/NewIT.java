package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code platen new}: the project that it makes, and the folders that it leaves alone. */
class NewIT {
  @TempDir private Path dir;

  @Test
  void theProjectRunsAsItIs() {
    Ended made = Platen.in(dir).run("new", "made/here").exits(0);
    assertThat(made.out()).isEqualTo("made/here\n");
    Path template = dir.resolve("made/here/report.ipynb");
    RunFiles run =
        Platen.in(dir).run("run", template, "arch={kind: mlp, layers: 1}").exits(0).run();
    assertThat(run.record().text("status")).isEqualTo("succeeded");
    assertThat(run.dir().getParent()).isEqualTo(dir.resolve("made/here/runs"));
  }

  @Test
  void aPlotThatFailsDoesNotCostTheMetrics() throws IOException {
    Platen.in(dir).run("new", "made").exits(0);
    Files.writeString(
        dir.resolve("made/lib/plots.py"),
        "def training(history):\n    raise ValueError('no picture')\n",
        StandardOpenOption.APPEND);
    Platen.in(dir)
        .run("run", "made/report.ipynb", "epochs=3", "--record", "loss=loss", "-o", "runs")
        .exits(1);
    List<RunFiles> runs = RunFiles.allIn(dir.resolve("runs"));
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).record().object("error").text("evalue")).isEqualTo("no picture");
    assertThat(runs.get(0).record().object("metrics").object("loss").text("type"))
        .isEqualTo("number");
  }

  @Test
  void theProjectIsTheExampleAndWhatGitShouldLeaveOut() throws IOException {
    Platen.in(dir).run("new", "made").exits(0);
    Path example = TestEnvironment.root().resolve("examples/penguins");
    try (Stream<Path> all = Files.walk(dir.resolve("made"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = dir.resolve("made").relativize(file).toString();
        if (name.equals(".gitignore")) {
          assertThat(file).content().contains("runs/\n", ".venv/\n");
        } else {
          assertThat(file).hasSameBinaryContentAs(example.resolve(name));
        }
      }
    }
  }

  @Test
  void itSaysWhatToTypeNext() throws IOException {
    Files.createDirectory(dir.resolve("it's new"));
    Ended made =
        Platen.in(dir)
            .with("PATH", "/usr/bin")
            .with("PLATEN_HOME", "/opt/platen")
            .run("new", "it's new");
    assertThat(made.exits(0).err())
        .contains(
            "  cd 'it'\\''s new' && python3 -m venv .venv && .venv/bin/pip install -r requirements.txt\n")
        .contains("  /opt/platen/platen sweep study.yaml\n");
  }

  @Test
  void aFolderThatHoldsAnythingIsLeftAsItIs() throws IOException {
    Path mine = Files.createDirectories(dir.resolve("taken/lib")).resolveSibling("model.py");
    Files.writeString(mine, "mine");
    Platen.in(dir)
        .run("new", "taken")
        .exits(5)
        .saysError(
            "the project's folder isn't empty", "taken", "'lib' and 1 more", "nothing was written");
    assertThat(mine).hasContent("mine");
    assertThat(dir.resolve("taken")).isDirectoryNotContaining("glob:**.{ipynb,yaml}");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(dir.resolve("taken"), "mine");
    Platen.in(dir)
        .run("new", "taken")
        .exits(5)
        .saysError("the project's folder is a file", "taken", "a file", "name a folder");
    Platen.in(dir)
        .run("new", "taken/below")
        .exits(5)
        .saysError("can't write", "taken/below", "a file where the path wants a folder", "");
    assertThat(dir.resolve("taken")).hasContent("mine");
  }
}
