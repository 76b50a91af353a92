package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.platen.execute.Execution;
import dev.platen.execute.RunStatus;
import dev.platen.execute.SilentEvaluation;
import dev.platen.hash.Sha256;
import dev.platen.kernel.KernelClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules from a snapshot, on a real ipykernel. */
class SnapshotIT {
  private static final String MODEL =
      """
      import pathlib

      def width():
          return 8

      def fail():
          raise ValueError("of the snapshot")

      def data():
          return (pathlib.Path(__file__).parent / "data.txt").read_text()
      """;

  @TempDir Path temp;
  private Path project;
  private Path workingDir;
  private Optional<ProjectSnapshot> snapshot = Optional.empty();
  private Map<String, String> env = Map.of();

  @BeforeEach
  void makeProject() throws IOException {
    // A root behind a symbolic link, as on many clusters.
    Path real = Files.createDirectory(temp.resolve("real"));
    project = Files.createSymbolicLink(temp.resolve("project"), real);
    workingDir = project;
    write("model.py", MODEL);
    write("data.txt", "beside it");
    write("net/__init__.py", "from .sub import DEPTH\n");
    write("net/layers.py", "DEPTH = 2\n");
    write("net/sub/__init__.py", "from ..layers import DEPTH\n");
    write("plain/inner.py", "NAME = 'inner'\n");
    write("report.ipynb", "{}");
    Files.createDirectory(project.resolve("runs"));
  }

  @AfterEach
  void makeRemovable() throws IOException {
    try (Stream<Path> all = Files.walk(temp)) {
      for (Path path : all.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void takeSnapshot() {
    snapshot =
        Optional.of(
            ProjectSnapshot.take(
                project, project.resolve("report.ipynb"), project.resolve("runs/snapshots")));
  }

  /** Takes the snapshot, then edits everything. */
  private void takeSnapshotAndEdit() throws IOException {
    takeSnapshot();
    write("model.py", "# one line more\n" + MODEL.replace('8', '9').replace("snapshot", "edit"));
    write("net/layers.py", "DEPTH = 3\n");
    write("plain/inner.py", "NAME = 'edited'\n");
  }

  private record Run(Execution execution, PythonObservation python) {
    String printed() {
      return ObservedKernel.printed(execution);
    }
  }

  private Run run(String... cells) throws Exception {
    try (KernelClient kernel = ObservedKernel.start(workingDir, temp.resolve("log"), env)) {
      PythonObserver observer =
          PythonObserver.install(
                  kernel.info(), new SilentEvaluation(kernel, Clock.systemUTC()), snapshot)
              .orElseThrow();
      Execution execution = ObservedKernel.execute(kernel, cells);
      ProjectScope scope = new ProjectScope(project, project.resolve("runs/a"));
      return new Run(
          execution,
          observer.collect(scope, new ProvenanceMemory(Clock.systemUTC())).orElseThrow());
    }
  }

  private void assertPrints(String expected, String... cells) throws Exception {
    Run run = run(cells);
    assertThat(run.printed().strip()).isEqualTo(expected);
    assertThat(run.execution().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  private static String sha(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatWasQueuedIsWhatRunsAndWhatIsRecorded() throws Exception {
    takeSnapshotAndEdit();
    Run run =
        run(
            "import model, net, plain.inner",
            "open('model.py', 'a').write('broken(');",
            "print(model.width(), net.DEPTH, plain.inner.NAME, model.data())",
            "print(model.__file__, net.__path__)");
    Path real = project.toRealPath();
    assertThat(run.printed().strip())
        .isEqualTo("8 2 inner beside it\n\n%s/model.py ['%s/net']".formatted(real, real));
    assertThat(run.python().imported())
        .extracting(FileRecord::path, file -> file.sha256().orElseThrow(), FileRecord::notes)
        .containsExactly(
            tuple("model.py", sha(MODEL), List.of()),
            tuple("net/__init__.py", sha("from .sub import DEPTH\n"), List.of()),
            tuple("net/layers.py", sha("DEPTH = 2\n"), List.of()),
            tuple("net/sub/__init__.py", sha("from ..layers import DEPTH\n"), List.of()),
            tuple("plain/inner.py", sha("NAME = 'inner'\n"), List.of()));
    assertThat(run.python().read()).extracting(FileRecord::path).containsExactly("data.txt");
    assertThat(run.python().notes()).isEmpty();
    assertThat(project.resolve("__pycache__")).doesNotExist();
  }

  @Test
  void tracebacksAndInspectShowWhatRan() throws Exception {
    takeSnapshotAndEdit();
    Run run =
        run(
            "import model, inspect; print(inspect.getsource(model.width))",
            "import linecache; linecache.checkcache()\nprint(inspect.getsourcelines(model.fail)[1])",
            "import traceback\ntry: model.fail()\nexcept ValueError: print(traceback.format_exc())",
            "model.fail()");
    assertThat(run.printed())
        .contains("def width():\n    return 8\n", "6\n")
        .contains(
            "%s/model.py\", line 7, in fail\n    raise ValueError(\"of the snapshot\")"
                .formatted(project.toRealPath()))
        .doesNotContain("of the edit");
  }

  @Test
  void errorsInAModuleLookAsTheyAlwaysDo() throws Exception {
    write("bad.py", "x = 1\nx = = 2\n");
    write("worse.py", "import model\nmodel.fail()\n");
    String[] cells = {
      "import traceback\n"
          + "try: import bad\n"
          + "except SyntaxError: print(traceback.format_exc().replace('^^^', '^'))\n"
          + "try: import worse\n"
          + "except ValueError: print(traceback.format_exc())\n"
          + "try: import nothing_at_all\n"
          + "except ImportError: print(traceback.format_exc())"
    };
    String without = run(cells).printed();
    takeSnapshot();
    String with = run(cells).printed();
    assertThat(ObservedKernel.comparable(with))
        .isEqualTo(ObservedKernel.comparable(without))
        .contains("x = = 2", "of the snapshot", "nothing_at_all");
  }

  @Test
  void aReloadGivesTheSnapshotAgain() throws Exception {
    takeSnapshotAndEdit();
    assertPrints(
        "8 True",
        """
        import importlib, model
        model.width = None
        importlib.invalidate_caches()
        print(importlib.reload(model).width(), model.__spec__.origin == model.__file__)
        """);
  }

  @Test
  void theProjectMayBeOnThePathInAnyWay() throws Exception {
    takeSnapshotAndEdit();
    workingDir = Files.createDirectory(project.resolve("notebooks"));
    assertPrints("8", "import sys; sys.path.insert(0, '..')\nimport model; print(model.width())");
    assertPrints(
        "inner", "import sys; sys.path.append('../plain')\nimport inner; print(inner.NAME)");
    env = Map.of("PYTHONPATH", project.toString());
    assertPrints("8", "import model; print(model.width())");
    env = Map.of("PYTHONPATH", project.toRealPath().toString());
    assertPrints("2", "from net.layers import DEPTH; print(DEPTH)");
  }

  @Test
  void aProjectThatIsInstalledByAFinderIsRecognised() throws Exception {
    takeSnapshotAndEdit();
    workingDir = Files.createDirectory(project.resolve("notebooks"));
    assertPrints(
        "8 2 edited",
        """
        import sys, importlib.util
        class Editable:
            def find_spec(name, path=None, target=None):
                places = {'model': 'model.py', 'net': 'net/__init__.py', 'inner': 'gone/../inner.py'}
                if name in places:
                    return importlib.util.spec_from_file_location(name, '../' + places[name])
        sys.meta_path.append(Editable)
        open('../inner.py', 'w').write("NAME = 'edited'")
        import os; os.mkdir('../gone')
        import model, net, inner
        print(model.width(), net.DEPTH, inner.NAME)
        """);
  }

  @Test
  void whatHasNoCopyIsImportedAsUsual() throws Exception {
    takeSnapshotAndEdit();
    write("late.py", "import model\nX = model.width()\n");
    Run run =
        run(
            """
            import late
            print(late.X)
            for name in ('late', 'math', 'numpy', 'zlib', 'json', 'numpy.linalg', 'sys'):
                assert 'Snapshot' not in repr(__import__(name, fromlist=['x']).__loader__), name
            assert 'Snapshot' in repr(late.model.__loader__)
            """);
    assertThat(run.printed().strip()).isEqualTo("8");
    assertThat(run.execution().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.python().imported())
        .extracting(FileRecord::path)
        .containsExactly("late.py", "model.py");
  }

  @Test
  void aModuleThatWasMovedOrRemovedMeanwhileStillRuns() throws Exception {
    takeSnapshot();
    Files.delete(project.resolve("model.py"));
    write("model/__init__.py", "def width(): return 9\n");
    Files.delete(project.resolve("net/layers.py"));
    assertPrints("8 2", "import model, net; print(model.width(), net.DEPTH)");
  }

  @Test
  void anExtensionOfTheProjectGoesBeforeTheSourceItWasMadeOf() throws Exception {
    write("zlib_copy.py", "CRC = 'source'\n");
    takeSnapshot();
    String extension =
        ObservedKernel.printed(
                run("import sysconfig; print(sysconfig.get_config_var('EXT_SUFFIX'))").execution())
            .strip();
    write("zlib_copy" + extension, "not really");
    Run run = run("import zlib_copy");
    assertThat(run.printed()).contains("ImportError").doesNotContain("source");
  }

  @Test
  void aCopyThatCannotBeReadIsNotedAndTheFileTaken() throws Exception {
    takeSnapshotAndEdit();
    Path copy = snapshot.orElseThrow().copyOf(project.resolve("model.py"));
    Run run =
        run(
            """
            import importlib._bootstrap_external as machinery
            usual = machinery.FileLoader.get_data
            def refuse(self, path):
                if path == '%s': raise PermissionError(path)
                return usual(self, path)
            machinery.FileLoader.get_data = refuse
            import model
            print(model.width())
            """
                .formatted(copy));
    assertThat(run.printed().strip()).isEqualTo("9");
    assertThat(run.python().notes())
        .containsExactly(
            project.toRealPath().resolve("model.py")
                + " was imported as it is: its copy in the snapshot can't be read");
    assertThat(run.python().imported().get(0).sha256())
        .contains(new Sha256().hash(project.resolve("model.py")));
  }

  @Test
  void nothingOfItCanBeSeenInTheNotebook() throws Exception {
    String[] cells = {
      "import model",
      "print(sorted(dir())); print(sorted(vars(__import__('builtins'))))",
      "get_ipython().run_line_magic('whos', '')",
      """
      import sys, linecache
      print(sorted(sys.modules)); print(sys.path, sorted(sys.path_importer_cache))
      print(sorted(vars(model)), model.__file__, model.__cached__, model.__package__)
      print(len(sys.path_hooks), sorted(dir(sys)))
      """,
    };
    String without = run(cells).printed();
    takeSnapshot();
    assertThat(run(cells).printed()).isEqualTo(without).contains("model.py");
  }
}
