package dev.platen.study.spec;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.trial.Space;
import dev.platen.study.trial.Trial;
import dev.platen.study.trial.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StudyReaderTest {
  private static List<Path> good() {
    return StudyFiles.in("good");
  }

  private static List<Path> bad() {
    return StudyFiles.in("bad");
  }

  @ParameterizedTest
  @MethodSource("good")
  void aGoodFileSaysWhatIsExpected(Path file) throws IOException {
    String actual = describe(StudyFiles.read(file));

    assertThat(actual).isEqualTo(StudyFiles.expected(file, actual));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void everyFaultOfABadFileIsReportedAtOnce(Path file) throws IOException {
    Fault fault = catchThrowableOfType(Fault.class, () -> StudyFiles.read(file));

    assertThat(fault.kind()).isEqualTo(FaultKind.STUDY_INVALID);
    assertThat(fault.describe() + "\n")
        .isEqualTo(StudyFiles.expected(file, fault.describe() + "\n"));
  }

  @Test
  void everyExpectationBelongsToAFile() {
    for (String folder : List.of("good", "bad")) {
      List<String> names =
          StudyFiles.in(folder).stream()
              .map(file -> file.toString().replace(".yaml", ".txt"))
              .toList();
      assertThat(StudyFiles.in(folder).get(0).getParent().toFile().list())
          .filteredOn(name -> name.endsWith(".txt"))
          .hasSize(names.size())
          .allSatisfy(name -> assertThat(names).anyMatch(path -> path.endsWith("/" + name)));
    }
  }

  @Test
  void aTableIsFoundBesideTheStudyFile(@TempDir Path dir) throws IOException {
    Files.createDirectory(dir.resolve("tables"));
    Files.writeString(dir.resolve("tables/t.csv"), "a\n1\n2\n");
    Path file = dir.resolve("study.yaml");
    Files.writeString(file, "template: r.ipynb\ntogether: tables/t.csv\n");

    assertThat(read(file).space().trials().map(Trial::display)).containsExactly("a=1", "a=2");
  }

  @Test
  void aTableThatIsNotUtf8IsAnIssue(@TempDir Path dir) throws IOException {
    Files.write(dir.resolve("t.csv"), new byte[] {'a', '\n', (byte) 0xe9, '\n'});
    Path file = dir.resolve("study.yaml");
    Files.writeString(file, "template: r.ipynb\ntogether: t.csv\n");

    Fault fault = catchThrowableOfType(Fault.class, () -> read(file));
    assertThat(fault.issues().get(0)).hasToString(file + ":2:11: 't.csv' isn't UTF-8");
  }

  @Test
  void aStudyFileThatIsNotThereIsAFaultOfStorage(@TempDir Path dir) {
    Fault fault =
        catchThrowableOfType(Fault.class, () -> StudyReader.load(dir.resolve("study.yaml")));

    assertThat(fault.kind()).isEqualTo(FaultKind.STORAGE_MISSING);
  }

  private static StudySpec read(Path file) {
    return StudyReader.read(StudyFiles.text(file), file.toString(), file.getParent());
  }

  /** What a study says, and how its trials begin. */
  private static String describe(StudySpec spec) {
    Space space = spec.space();
    Stream<String> settings =
        Stream.of(
            "template: " + spec.template(),
            "trials: "
                + space.size()
                + space.where().map(Where::expression).map(w -> ", where " + w).orElse(""),
            "record: " + spec.record(),
            "goal: " + spec.goal(),
            "race: " + spec.race(),
            "interval: " + spec.interval(),
            "notice: " + spec.notice(),
            "inputs: " + spec.inputs(),
            "run: " + spec.run(),
            "report: " + spec.report(),
            "fixed: " + space.fixed().values().values());
    Stream<String> trials = space.trials().limit(7).map(trial -> "- " + trial.display());
    return Stream.concat(settings, trials).collect(joining("\n", "", "\n"));
  }
}
