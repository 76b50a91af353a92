package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.Execution;
import dev.platen.execute.RunStatus;
import dev.platen.execute.SilentEvaluation;
import dev.platen.hash.Sha256;
import dev.platen.kernel.KernelClient;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The observer on a real ipykernel. */
class PythonObserverIT {
  private record Observed(Execution execution, Optional<PythonObservation> observation) {
    List<String> read() {
      return observation.orElseThrow().read().stream().map(FileRecord::path).toList();
    }

    List<String> imported() {
      return observation.orElseThrow().imported().stream().map(FileRecord::path).toList();
    }
  }

  @TempDir Path temp;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    // A root behind a symbolic link, as on many clusters.
    Path real = Files.createDirectory(temp.resolve("real"));
    project = Files.createSymbolicLink(temp.resolve("project"), real);
    write("lib/__init__.py", "");
    write("lib/model.py", "import numpy\nfrom . import layers\n");
    write("lib/layers.py", "WIDTH = 8\n");
    write("lib/unused.py", "");
    write("data/a.csv", "x,y\n1,2\n");
    write("data/b.txt", "b\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private KernelClient start() throws InterruptedException {
    return ObservedKernel.start(project, temp.resolve("kernel.log"), Map.of());
  }

  private Observed observe(String... sources) throws InterruptedException {
    try (KernelClient kernel = start()) {
      SilentEvaluation silent = new SilentEvaluation(kernel, Clock.systemUTC());
      PythonObserver observer =
          PythonObserver.install(kernel.info(), silent, Optional.empty()).orElseThrow();
      Execution execution = ObservedKernel.execute(kernel, sources);
      ProjectScope scope = new ProjectScope(project, project.resolve("runs/a"));
      return new Observed(
          execution, observer.collect(scope, new ProvenanceMemory(Clock.systemUTC())));
    }
  }

  @Test
  void importedModulesAndReadFilesAreRecordedWithTheirHashes() throws Exception {
    Observed run =
        observe(
            "from lib import model\nimport pandas as pd, matplotlib.pyplot as plt",
            "pd.read_csv('data/a.csv').plot(); plt.savefig('plot.png')",
            "open('data/b.txt').read()");
    assertThat(run.execution().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.imported()).containsExactly("lib/__init__.py", "lib/layers.py", "lib/model.py");
    assertThat(run.read()).containsExactly("data/a.csv", "data/b.txt");
    FileRecord read = run.observation().orElseThrow().read().get(0);
    assertThat(read.bytes()).isEqualTo(8);
    assertThat(read.sha256())
        .contains(Sha256.of(Files.readAllBytes(project.resolve("data/a.csv"))));
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void pathsAreThoseOfTheMomentHoweverTheFileIsOpened() throws Exception {
    Observed run =
        observe(
            """
            import os, pathlib, threading, numpy as np
            np.save('data/own.npy', np.arange(3))
            os.chdir('data')
            open(b'a.csv').close(); open('%s/data/a.csv').close()
            threading.Thread(target=lambda: pathlib.Path('../data/b.txt').read_text()).start()
            """
                .replace("%s", project.toString()),
            """
            os.chdir('..'); os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')
            try: open('nothing')
            except FileNotFoundError: pass
            os.close(os.open('%s/lib/unused.py', os.O_RDONLY))
            os.close(os.open('%s/lib', os.O_RDONLY))
            """
                .replace("%s", project.toString()));
    assertThat(ObservedKernel.printed(run.execution())).isBlank();
    assertThat(run.read()).containsExactly("data/a.csv", "data/b.txt", "lib/unused.py");
  }

  @Test
  void whatTheRunWroteIsNoInputButWhatItChangedIs() throws Exception {
    Observed run =
        observe(
            """
            import os, pathlib
            open('new.txt', 'w').write('1'); open('new.txt').read()
            open('part', 'w').write('1'); os.replace('part', 'whole'); open('whole').read()
            open('data/a.csv').read(); open('data/a.csv', 'a').write('3,4')
            open('data/b.txt', 'r+').read()
            """);
    assertThat(run.read()).containsExactly("data/a.csv", "data/b.txt");
    assertThat(run.observation().orElseThrow().read().get(0).notes())
        .containsExactly(FileNote.CHANGED_DURING_RUN);
    assertThat(run.observation().orElseThrow().read().get(1).notes()).isEmpty();
  }

  @Test
  void whatTheRunRemovedIsNotedAsVanished() throws Exception {
    Observed run = observe("import os; open('data/a.csv').read(); os.remove('data/a.csv')");
    assertThat(run.observation().orElseThrow().read())
        .containsExactly(FileRecord.missing("data/a.csv", FileNote.VANISHED));
  }

  @Test
  void theEnvironmentAndItsPackagesAreKnown() throws Exception {
    PythonObservation python = observe("1").observation().orElseThrow();
    assertThat(python.implementation()).isEqualTo("cpython");
    assertThat(python.version()).matches("3\\.\\d+\\.\\d+");
    assertThat(python.environment()).isEqualTo(PythonObservation.Environment.VENV);
    assertThat(python.prefix().toRealPath()).isEqualTo(TestEnvironment.pythonPrefix().toRealPath());
    Command.Answer answer =
        Command.run(
                List.of(
                    TestEnvironment.python().toString(),
                    "-c",
                    """
                    import importlib.metadata as m, re
                    all = {re.sub('[-_.]+', '-', d.metadata['Name']).lower(): d.version for d in m.distributions()}
                    for name in sorted(all): print(name, all[name])
                    """),
                temp,
                Duration.ofSeconds(60),
                1 << 20)
            .orElseThrow();
    assertThat(python.packages().entrySet().stream().map(p -> p.getKey() + " " + p.getValue()))
        .containsExactlyElementsOf(answer.output().lines().toList());
  }

  @Test
  void theUsedPackagesAreThoseWhoseModulesWereImported() throws Exception {
    PythonObservation python =
        observe("import numpy as np, pandas as pd, matplotlib.pyplot as plt; from PIL import Image")
            .observation()
            .orElseThrow();
    assertThat(python.usedPackages())
        .containsKeys("numpy", "pandas", "matplotlib", "pillow", "python-dateutil")
        .doesNotContainKeys("ipykernel", "ipython", "pyzmq", "nbformat", "pip", "setuptools")
        .isEqualTo(
            python.packages().entrySet().stream()
                .filter(each -> python.usedPackages().containsKey(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    assertThat(InstalledPackages.on(python.searchPath())).isEqualTo(python.packages());
    assertThat(observe("1").observation().orElseThrow().usedPackages())
        .doesNotContainKeys("numpy", "pandas", "matplotlib", "pillow");
  }

  @Test
  void nothingThatANotebookRebindsOrReplacesDisturbsIt() throws Exception {
    Observed run =
        observe(
            "read = open('data/a.csv').read()",
            """
            import builtins, io, os, sys, base64
            def broken(*a, **k): raise RuntimeError('mine')
            get_ipython = len = str = list = vars = sorted = isinstance = open = exec = dict = None
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
            builtins.open = io.open = builtins.vars = builtins.sorted = broken
            base64.b64encode = os.getcwd = os.stat = os.path.join = os.path.normpath = broken
            sys.modules['strange'] = 7; sys.path.append(7)
            sys = json = 5
            """,
            "os.close(os.open('data/b.txt', os.O_RDONLY))");
    assertThat(run.execution().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.read()).containsExactly("data/a.csv", "data/b.txt");
  }

  @Test
  void itAnswersAfterAFailedCell() throws Exception {
    Observed run = observe("open('data/a.csv').read()", "1/0", "2");
    assertThat(run.execution().status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.read()).containsExactly("data/a.csv");
  }

  @Test
  void itAnswersAfterACellWhoseResultCannotBeShown() throws Exception {
    Observed run =
        observe("class Bad:\n  def __repr__(self): return open('data/a.csv').read() + 1\nBad()");
    assertThat(run.read()).containsExactly("data/a.csv");
  }

  @Test
  void itAnswersAfterSysExit() throws Exception {
    Observed run = observe("open('data/a.csv').read()\nimport sys; sys.exit()");
    assertThat(run.execution().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.read()).containsExactly("data/a.csv");
  }

  @Test
  void manyFilesAreCountedUpToALimit() throws Exception {
    Observed run =
        observe(
            """
            import os
            os.mkdir('many'); os.chdir('many')
            for i in range(10_001): os.mknod(f'{i:05}')
            for i in range(10_001): open(f'{i:05}').close()
            """);
    assertThat(run.read()).hasSize(10_000).startsWith("many/00000").endsWith("many/09999");
    assertThat(run.observation().orElseThrow().notes())
        .containsExactly("only the first 10000 files that were read are recorded");
  }

  @Test
  void nothingOfItCanBeSeenInTheNotebook() throws Exception {
    String[] cells = {
      "print(sorted(dir())); print(sorted(vars(__import__('builtins'))))",
      "get_ipython().run_line_magic('who', '')",
      "print(In, Out, _, __, _i, get_ipython().execution_count)",
      """
      import sys, threading, gc
      print(sorted(sys.modules)); print(sorted(dir(sys))); print(sys.path)
      print([t.name for t in threading.enumerate()])
      print(list(get_ipython().history_manager.get_range()))
      print(sorted(vars(get_ipython())), sorted(vars(get_ipython().kernel)))
      import linecache; print([n for n in linecache.cache if 'ipykernel' in n])
      """,
    };
    String observed = ObservedKernel.printed(observe(cells).execution());
    String alone;
    try (KernelClient kernel = start()) {
      alone = ObservedKernel.printed(ObservedKernel.execute(kernel, cells));
    }
    assertThat(ObservedKernel.comparable(observed))
        .isEqualTo(ObservedKernel.comparable(alone))
        .contains("execution")
        .doesNotContain("platen.observed");
  }
}
