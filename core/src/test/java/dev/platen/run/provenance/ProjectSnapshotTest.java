package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSnapshotTest {
  private static final FileTime OLD = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));

  @TempDir Path temp;
  private Path project;
  private Path template;
  private Path snapshots;

  @BeforeEach
  void makeProject() throws IOException {
    project = temp.resolve("project");
    template = project.resolve("report.ipynb");
    snapshots = project.resolve("runs/snapshots");
    for (String name :
        List.of("model.py", "lib/__init__.py", "lib/deep/layers.py", "report.ipynb", "data.csv")) {
      write(name);
    }
    Files.createDirectories(project.resolve("runs"));
  }

  private void write(String name) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# " + name);
    Files.setLastModifiedTime(file, OLD);
  }

  @AfterEach
  void makeRemovable() throws IOException {
    try (Stream<Path> all = Files.walk(temp)) {
      for (Path path : all.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private ProjectSnapshot take() {
    return ProjectSnapshot.take(project, template, snapshots);
  }

  private ProjectSnapshot take(Path root, Path template, ModuleSearch.Bounds bounds) {
    return new SnapshotTaking(template, "{}".getBytes(StandardCharsets.UTF_8), snapshots, bounds)
        .take(root);
  }

  private static List<String> files(ProjectSnapshot snapshot) throws IOException {
    try (Stream<Path> all = Files.walk(snapshot.copy())) {
      return all.filter(Files::isRegularFile)
          .map(file -> snapshot.copy().relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void modulesAndTemplateAreCopiedWithTheirTimesAndNothingElse() throws Exception {
    ProjectSnapshot snapshot = take();
    assertThat(files(snapshot))
        .containsExactly("lib/__init__.py", "lib/deep/layers.py", "model.py", "report.ipynb");
    Path copy = snapshot.copyOf(project.resolve("lib/deep/layers.py"));
    assertThat(copy).hasContent("# lib/deep/layers.py");
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(OLD);
    assertThat(Files.getPosixFilePermissions(copy))
        .isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
    assertThat(Files.getPosixFilePermissions(snapshot.copy()))
        .isEqualTo(PosixFilePermissions.fromString("r-xr-xr-x"));
    assertThat(snapshot.nameFrom(project.resolve("runs")))
        .isEqualTo("snapshots/" + snapshot.copy().getFileName());
    assertThat(snapshot.notes()).isEmpty();
  }

  @Test
  void theTemplateIsTheOneThatWasRead() throws Exception {
    ProjectSnapshot snapshot =
        ProjectSnapshot.take(project, template, "{}".getBytes(StandardCharsets.UTF_8), snapshots);
    assertThat(snapshot.copyOf(template)).hasContent("{}");
  }

  @Test
  void whatIsNotTheProjectsOwnIsLeftOut() throws Exception {
    for (String name :
        List.of(
            ".git/hook.py",
            ".hidden/x.py",
            "env/pyvenv.cfg",
            "env/x.py",
            "conda/conda-meta/history",
            "conda/x.py",
            "vendor/site-packages/x.py",
            "web/node_modules/x.py",
            "lib/__pycache__/x.py",
            "runs/a~abcdef/x.py")) {
      write(name);
    }
    Files.createDirectories(temp.resolve("outside"));
    Files.writeString(temp.resolve("outside/x.py"), "");
    Files.createSymbolicLink(project.resolve("linked"), temp.resolve("outside"));
    Files.createSymbolicLink(project.resolve("linked.py"), temp.resolve("outside/x.py"));
    Files.createSymbolicLink(project.resolve("again"), project);
    Files.createSymbolicLink(project.resolve("same.py"), project.resolve("model.py"));
    assertThat(files(take()))
        .containsExactly(
            "lib/__init__.py", "lib/deep/layers.py", "model.py", "report.ipynb", "same.py");
  }

  @Test
  void runsKeptInTheProjectItselfAreLeftOut() throws Exception {
    write("a~abcdef/x.py");
    snapshots = project.resolve("snapshots");
    List<String> first = files(take());
    assertThat(first).doesNotContain("a~abcdef/x.py").hasSize(4);
    assertThat(files(take())).isEqualTo(first);
  }

  @Test
  void theSameCodeIsTakenOnceAndOtherCodeAnew() throws Exception {
    ProjectSnapshot first = take();
    Object key = Files.readAttributes(first.copy(), "unix:ino").get("ino");
    assertThat(take()).isEqualTo(first);
    assertThat(Files.readAttributes(first.copy(), "unix:ino").get("ino")).isEqualTo(key);
    Files.writeString(project.resolve("model.py"), "# edited");
    ProjectSnapshot second = take();
    assertThat(second.copy()).isNotEqualTo(first.copy());
    assertThat(first.copyOf(project.resolve("model.py"))).hasContent("# model.py");
    assertThat(second.copyOf(project.resolve("model.py"))).hasContent("# edited");
  }

  @Test
  void aSnapshotThatSomebodyChangedIsNotTrusted() throws Exception {
    Path copy = take().copyOf(project.resolve("model.py"));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(copy, "# forged!");
    assertThatThrownBy(this::take)
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.SEAL_BROKEN));
  }

  @Test
  void manyAtOnceTakeOne() throws Exception {
    int many = 8;
    CyclicBarrier together = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Callable<ProjectSnapshot>> tasks = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        tasks.add(
            () -> {
              together.await();
              return take();
            });
      }
      List<ProjectSnapshot> taken = new ArrayList<>();
      for (Future<ProjectSnapshot> each : threads.invokeAll(tasks)) {
        taken.add(each.get());
      }
      assertThat(taken).hasSize(many).containsOnly(take());
    } finally {
      threads.shutdown();
    }
    try (Stream<Path> all = Files.list(snapshots)) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void whatAKilledProcessLeftIsRemovedWhenItIsOld() throws Exception {
    Path old = Files.createDirectories(snapshots.resolve(".ab.1.part/lib"));
    Files.writeString(old.resolve("x.py"), "");
    Files.setLastModifiedTime(snapshots.resolve(".ab.1.part"), OLD);
    Path young = Files.createDirectories(snapshots.resolve(".ab.2.part"));
    take();
    assertThat(snapshots.resolve(".ab.1.part")).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void inAProjectThatIsTooLargeTheTemplatesFolderIsTaken() throws Exception {
    Path inner = project.resolve("lib/report.ipynb");
    write("lib/report.ipynb");
    ProjectSnapshot snapshot = take(project, inner, new ModuleSearch.Bounds(2, 1000, 1000));
    assertThat(snapshot.root()).isEqualTo(project.resolve("lib"));
    assertThat(files(snapshot)).containsExactly("__init__.py", "deep/layers.py", "report.ipynb");
    assertThat(snapshot.notes())
        .containsExactly(
            "the project is too large: only modules under lib are in the snapshot; others are"
                + " imported as they are");
  }

  @Test
  void everyBoundHolds() throws Exception {
    for (ModuleSearch.Bounds bounds :
        List.of(
            new ModuleSearch.Bounds(1, 1000, 1000),
            new ModuleSearch.Bounds(1000, 30, 1000),
            new ModuleSearch.Bounds(1000, 1000, 5))) {
      ProjectSnapshot snapshot = take(project, template, bounds);
      assertThat(snapshot.root()).isEqualTo(project);
      assertThat(snapshot.notes())
          .singleElement()
          .asString()
          .matches("only the first \\d+ modules are in the snapshot");
    }
    assertThat(take(project, template, new ModuleSearch.Bounds(3, 53, 9)).notes()).isEmpty();
  }
}
