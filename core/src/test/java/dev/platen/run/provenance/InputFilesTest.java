package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFilesTest {
  @TempDir Path temp;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    project = temp.resolve("project");
    for (String name :
        List.of(
            "data/a.csv",
            "data/b.csv",
            "data/b.txt",
            "data/.hidden.csv",
            "data/deep/er/c.csv",
            ".git/x.csv",
            ".cache/x.csv",
            "env/pyvenv.cfg",
            "env/x.csv",
            "node_modules/x.csv",
            "runs/a~abcdef/figures/x.csv",
            "runs/x.csv",
            "top.csv")) {
      write(project.resolve(name), name);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private InputFiles now(Path out, String... patterns) {
    return InputFiles.now(
        new DeclaredInputs(project, List.of(patterns)),
        new ProjectScope(project, out.resolve("x~aaaaaa")),
        new FileHasher(Clock.systemUTC()));
  }

  private List<String> names(String... patterns) {
    return now(project.resolve("runs"), patterns).files().stream().map(FileRecord::path).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data/*.csv           | data/a.csv data/b.csv",
        "./data//[a].csv      | data/a.csv",
        "data/b.{csv,txt}     | data/b.csv data/b.txt",
        "data/.*.csv          | data/.hidden.csv",
        "data/.hidden.csv     | data/.hidden.csv",
        "data/**/*.csv        | data/a.csv data/b.csv data/deep/er/c.csv",
        "data**.csv           | data/a.csv data/b.csv data/deep/er/c.csv",
        "**/c.csv             | data/deep/er/c.csv",
        "**                   | data/a.csv data/b.csv data/b.txt data/deep/er/c.csv top.csv",
        "*/*.txt              | data/b.txt",
        "data                 | data/a.csv data/b.csv data/b.txt data/deep/er/c.csv",
        "data/deep/           | data/deep/er/c.csv",
        ".cache/*.csv         | .cache/x.csv",
        "data/../top.csv      | top.csv",
      })
  void aPatternNamesFiles(String pattern, String files) {
    assertThat(names(pattern)).containsExactly(files.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nothing*.csv", "data/?", "runs/*.csv", "runs", ".git/*", ".git/x.csv", "*/x.csv"})
  void aPatternMayNameNone(String pattern) {
    InputFiles none = now(project.resolve("runs"), pattern);
    assertThat(none.files()).isEmpty();
    assertThat(none.patterns()).containsExactly(pattern);
  }

  @Test
  void filesAreNamedOnceAndElsewhereByTheirWholePath() throws IOException {
    Path elsewhere = temp.resolve("elsewhere/z.csv");
    write(elsewhere, "z");
    assertThat(names("top.csv", "*.csv", project + "/t*.csv", temp + "/else*/*.csv"))
        .containsExactly(elsewhere.toString(), "top.csv");
  }

  @Test
  void linksAreFollowedButNotInCircles() throws IOException {
    write(temp.resolve("disk/big.csv"), "z");
    Files.createSymbolicLink(project.resolve("data/disk"), temp.resolve("disk"));
    Files.createSymbolicLink(project.resolve("data/deep/back"), project.resolve("data"));
    assertThat(names("data/**/b*.csv")).containsExactly("data/b.csv", "data/disk/big.csv");
  }

  @Test
  void runsKeptInTheProjectItselfAreNoInputs() throws IOException {
    write(project.resolve("lr=1~abcdef/figures/x.csv"), "x");
    write(project.resolve("snapshots/ab/x.csv"), "x");
    assertThat(now(project, "**/*.csv").files().stream().map(FileRecord::path))
        .contains("top.csv", "runs/x.csv")
        .noneMatch(name -> name.startsWith("lr=1") || name.startsWith("snapshots"));
    assertThat(now(temp, "top.csv").files()).hasSize(1);
  }

  @Test
  void whatChangesLaterIsNoted() throws IOException {
    InputFiles before = now(project.resolve("runs"), "data/?.csv", "top.csv");
    ProjectScope scope = new ProjectScope(project, project.resolve("runs/x"));
    assertThat(before.comparedWithNow(scope)).isEqualTo(before);
    write(project.resolve("data/a.csv"), "longer than before");
    Files.delete(project.resolve("top.csv"));
    assertThat(before.comparedWithNow(scope).files())
        .extracting(FileRecord::notes)
        .containsExactly(
            List.of(FileNote.CHANGED_DURING_RUN), List.of(), List.of(FileNote.VANISHED));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "data/[", "{data/a,b}", "data/{a"})
  void whatIsNoPatternIsRefused(String pattern) {
    List<String> patterns = List.of(pattern);
    assertThatThrownBy(() -> new DeclaredInputs(project, patterns))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("an input is no file name or pattern");
  }
}
