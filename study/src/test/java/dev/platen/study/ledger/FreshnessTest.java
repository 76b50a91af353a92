package dev.platen.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.run.provenance.FileHasher;
import dev.platen.run.provenance.FileNote;
import dev.platen.study.ledger.Verdict.Kind;
import dev.platen.study.ledger.Verdict.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {
  private static final FileTime LONG_AGO =
      FileTime.from(Instant.parse("2026-01-01T00:00:00.000000001Z"));

  @TempDir private Path project;
  private Path runs;

  @BeforeEach
  void aProject() throws IOException {
    runs = project.resolve("runs");
    for (String name : List.of("model.py", "data/a.csv", "data/b.csv")) {
      write(name, "first");
    }
    Files.createDirectories(project.resolve("site/numpy-1.26.4.dist-info"));
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, LONG_AGO);
  }

  private void touch(String name) throws IOException {
    Files.setLastModifiedTime(
        project.resolve(name), FileTime.from(Instant.parse("2026-02-02T00:00:00Z")));
  }

  private MadeRun run() {
    return MadeRun.of(project, "x~aaaaaa");
  }

  private Expectation now() {
    return new Expectation(
        project.resolve("report.ipynb"),
        "code",
        Parameters.EMPTY,
        Optional.of(new Expectation.Kernel("python3", "spec", project, "/usr/bin/python3")),
        DeclaredInputs.none(project));
  }

  private List<Verdict> check(MadeRun made, Expectation now) {
    made.in(runs);
    return check(now);
  }

  private List<Verdict> check(Expectation now) {
    Freshness freshness = new Freshness(new FileHasher(Clock.systemUTC()));
    return freshness.check(Ledger.read(runs).runs().get(0), now);
  }

  private static Verdict only(Kind kind, List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(v -> v.kind() == kind)
        .reduce(
            (a, b) -> {
              throw new AssertionError("several: " + verdicts);
            })
        .orElseThrow(() -> new AssertionError("none: " + verdicts));
  }

  @Test
  void aRunOfWhichNothingChangedStillStands() {
    List<Verdict> verdicts =
        check(
            run()
                .with("hidden", ParameterValue.of(8))
                .imported("model.py")
                .read("data/a.csv")
                .packages(Map.of("numpy", "1.26.4")),
            new Expectation(
                now().template(),
                "code",
                new Parameters(Map.of("hidden", ParameterValue.of(8))),
                now().kernel(),
                now().inputs()));
    assertThat(verdicts).allMatch(Verdict::isSame);
    assertThat(verdicts)
        .extracting(Verdict::kind)
        .containsExactlyInAnyOrder(
            Kind.PARAMETER, Kind.TEMPLATE, Kind.KERNEL, Kind.PACKAGE, Kind.IMPORTED, Kind.READ);
    assertThat(Verdicts.reason(verdicts)).isEmpty();
  }

  @Test
  void aParameterOfAnotherTypeIsAnotherParameter() {
    List<Verdict> verdicts =
        check(
            run().with("hidden", ParameterValue.of(8)).with("old", ParameterValue.of(true)),
            now().with(new Parameters(Map.of("hidden", ParameterValue.of(8.0)))));
    assertThat(Verdicts.reason(verdicts))
        .isEqualTo("hidden: was int 8, is float 8.0 (and 1 more input)");
    assertThat(verdicts).contains(Verdict.changed(Kind.PARAMETER, "old", "bool True", ""));
  }

  @Test
  void theTemplatesCodeAndTheKernelspecCount() {
    Expectation now = now();
    MadeRun made = run();
    made.in(runs);
    Expectation code =
        new Expectation(now.template(), "edited", now.effective(), now.kernel(), now.inputs());
    assertThat(Verdicts.reason(check(code))).isEqualTo("the template's code changed");
    Expectation noKernel =
        new Expectation(now.template(), "code", now.effective(), Optional.empty(), now.inputs());
    assertThat(Verdicts.reason(check(noKernel))).isEqualTo("kernel python3 isn't there any more");
    Expectation other =
        new Expectation(
            now.template(),
            "code",
            now.effective(),
            Optional.of(new Expectation.Kernel("python3", "otherwise", project, "x")),
            now.inputs());
    assertThat(Verdicts.reason(check(other))).isEqualTo("kernel python3 is started in another way");
  }

  @Test
  void aFileThatWasTouchedIsReadAndFoundTheSame() throws IOException {
    run().imported("model.py").in(runs);
    touch("model.py");
    assertThat(only(Kind.IMPORTED, check(now())).state()).isEqualTo(State.SAME);
  }

  @Test
  void aFileThatChangedInPlaceOrInSizeIsFound() throws IOException {
    run().imported("model.py").read("data/a.csv").in(runs);
    write("model.py", "other");
    touch("model.py");
    write("data/a.csv", "longer than before");
    List<Verdict> verdicts = check(now());
    assertThat(only(Kind.IMPORTED, verdicts).state()).isEqualTo(State.CHANGED);
    assertThat(only(Kind.READ, verdicts))
        .isEqualTo(Verdict.changed(Kind.READ, "data/a.csv", "5 bytes", "18 bytes"));
    assertThat(Verdicts.reason(verdicts)).isEqualTo("model.py changed (and 1 more input)");
  }

  @Test
  void aFileOfTheSameSizeAndTimeIsNotRead() throws IOException {
    run().imported("model.py").in(runs);
    write("model.py", "other");
    assertThat(only(Kind.IMPORTED, check(now())).state()).isEqualTo(State.SAME);
  }

  @Test
  void aFileThatIsGoneIsMissing() throws IOException {
    run().read("data/a.csv").in(runs);
    Files.delete(project.resolve("data/a.csv"));
    assertThat(Verdicts.reason(check(now()))).isEqualTo("data/a.csv isn't there any more");
  }

  @Test
  void whatTheRecordItselfDoubtsIsNotTrusted() throws IOException {
    run()
        .imported("model.py", FileNote.CHANGED_DURING_RUN)
        .read("gone", FileNote.VANISHED)
        .in(runs);
    List<Verdict> verdicts = check(now());
    assertThat(only(Kind.IMPORTED, verdicts).clause())
        .isEqualTo("model.py changed while the run read it");
    assertThat(only(Kind.READ, verdicts).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aFileThatWasTooLargeToHashIsComparedBySizeAndTime() throws IOException {
    run().read("data/a.csv", FileNote.TOO_LARGE).in(runs);
    assertThat(only(Kind.READ, check(now())).state()).isEqualTo(State.SAME);
    touch("data/a.csv");
    assertThat(only(Kind.READ, check(now())).state()).isEqualTo(State.CHANGED);
  }

  @Test
  void packagesAreLookedUpOnTheRecordedSearchPath() throws IOException {
    run().packages(Map.of("numpy", "1.26.4", "pandas", "2.0")).in(runs);
    Files.move(
        project.resolve("site/numpy-1.26.4.dist-info"),
        project.resolve("site/numpy-2.0.0.dist-info"));
    List<Verdict> verdicts = check(now());
    assertThat(verdicts)
        .contains(
            Verdict.changed(Kind.PACKAGE, "numpy", "1.26.4", "2.0.0"),
            Verdict.missing(Kind.PACKAGE, "pandas", "2.0"));
    assertThat(Verdicts.reason(verdicts))
        .isEqualTo("numpy was 1.26.4, is 2.0.0 (and 1 more input)");
  }

  @Test
  void anotherEnvironmentsPythonIsAnother() throws IOException {
    Path python = Files.createDirectories(project.resolve("other/bin")).resolve("python");
    Files.writeString(python, "");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    Expectation now =
        new Expectation(
            now().template(),
            "code",
            Parameters.EMPTY,
            Optional.of(
                new Expectation.Kernel("python3", "spec", project.resolve("other"), "python")),
            now().inputs());
    assertThat(only(Kind.PYTHON, check(run(), now)).is())
        .isEqualTo(project.resolve("other").toString());
  }

  @Test
  void condasOwnRecordTellsPythonsVersion() throws IOException {
    Files.createDirectories(project.resolve("conda-meta"));
    Files.writeString(project.resolve("conda-meta/python-3.12.1-h1.json"), "{}");
    assertThat(only(Kind.PYTHON, check(run(), now())))
        .isEqualTo(Verdict.changed(Kind.PYTHON, "Python", "3.11.7", "3.12.1"));
  }

  @Test
  void declaredFilesCountAndNewOnesToo() throws IOException {
    List<String> patterns = List.of("data/*.csv");
    run().declared(patterns, "data/a.csv", "data/b.csv").in(runs);
    Expectation now =
        new Expectation(
            now().template(),
            "code",
            Parameters.EMPTY,
            now().kernel(),
            new DeclaredInputs(project, patterns));
    assertThat(check(now)).allMatch(Verdict::isSame);
    write("data/new.csv", "x");
    assertThat(Verdicts.reason(check(now))).isEqualTo("data/new.csv is new");
    Files.delete(project.resolve("data/new.csv"));
    Files.delete(project.resolve("data/b.csv"));
    assertThat(Verdicts.reason(check(now))).isEqualTo("data/b.csv isn't there any more");
    assertThat(check(now())).as("nothing is declared any more").allMatch(Verdict::isSame);
  }

  @Test
  void whatAnOlderPlatenDidNotRecordIsUnknownAndTheRunDoesNotStand() {
    List<Verdict> verdicts =
        check(run().without("code_sha256", "spec_sha256", "search_path", "used_packages"), now());
    assertThat(verdicts)
        .extracting(Verdict::state)
        .contains(State.UNKNOWN)
        .doesNotContain(State.CHANGED);
    assertThat(Verdicts.reason(verdicts))
        .isEqualTo(
            "template can't be compared: not recorded: by an older Platen, or in a run that was "
                + "cut short (and 2 more inputs)");
  }

  @Test
  void aKernelThatCouldTellWhatItReadMustHaveToldIt() {
    assertThat(Verdicts.reason(check(run().noPython(), now())))
        .contains("what it imported and read");
  }

  @Test
  void aKernelThatCanNotTellWhatItReadIsTakenAtItsDeclaredInputs() {
    assertThat(check(run().noPython().kernel("IRkernel 1.3", "R"), now()))
        .allMatch(Verdict::isSame);
  }

  @Test
  void aProjectThatMovedIsComparedWhereItIsNow() throws IOException {
    run().imported("model.py").in(runs);
    Path moved = project.resolve("moved");
    Files.createDirectories(moved);
    Files.copy(project.resolve("model.py"), moved.resolve("model.py"));
    Files.delete(project.resolve("model.py"));
    Expectation now =
        new Expectation(
            moved.resolve("report.ipynb"),
            "code",
            Parameters.EMPTY,
            now().kernel(),
            now().inputs());
    assertThat(check(now)).allMatch(Verdict::isSame);
  }

  @Test
  void anEditedOrUnfinishedRunIsNotTrusted() throws IOException {
    RunFolder folder = run().in(runs);
    String record = Files.readString(folder.record());
    Files.writeString(folder.record(), record.replace("\"python3\"", "\"python9\""));
    Files.setLastModifiedTime(folder.record(), LONG_AGO);
    assertThat(check(now()))
        .singleElement()
        .isEqualTo(
            Verdict.changed(
                Kind.SEAL, "seal", "whole", "its seal is broken: run.json was changed"));
    Files.delete(folder.seal());
    assertThat(Verdicts.reason(check(now()))).isEqualTo("it was never finished");
  }
}
