package dev.platen.kernelspec;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders that hold kernelspecs, first the nearest: JUPYTER_PATH, the activated environment,
 * the project's own environment (a {@code .venv} or {@code venv} in the template's folder or above
 * it), the user's folder, the environment of the Python on the PATH, the machine's folders. Jupyter
 * knows all of these but the project's own; unlike Jupyter, which lives inside one environment,
 * Platen asks the environment that the user activated.
 */
final class KernelSearchPath {
  /**
   * One place to look.
   *
   * @param prefix the environment's root, such as {@code /usr} or {@code …/.venv}
   * @param kernels the folder of kernelspec folders
   */
  record Entry(String origin, Path prefix, Path kernels) {
    /** A folder such as {@code …/share/jupyter}, whose environment lies two levels above. */
    static Entry ofJupyterPath(Path dir) {
      Path prefix = dir.endsWith("share/jupyter") ? dir.resolve("../..").normalize() : dir;
      return new Entry("JUPYTER_PATH", prefix, dir.resolve("kernels"));
    }

    static Entry ofPrefix(String origin, Path prefix) {
      return new Entry(origin, prefix, prefix.resolve("share/jupyter/kernels"));
    }
  }

  private final Map<String, String> env;
  private final Path projectDir;

  KernelSearchPath(Map<String, String> env, Path projectDir) {
    this.env = env;
    this.projectDir = projectDir;
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String dir :
        variable("JUPYTER_PATH").map(p -> p.split(File.pathSeparator)).orElse(none())) {
      if (!dir.isEmpty()) {
        entries.add(Entry.ofJupyterPath(Path.of(dir)));
      }
    }
    entries.addAll(environments());
    entries.add(new Entry("user", pythonPrefix().orElse(Path.of("/usr")), userKernels()));
    pythonPrefix().ifPresent(p -> entries.add(Entry.ofPrefix("Python on the PATH", p)));
    entries.add(Entry.ofPrefix("machine", Path.of("/usr/local")));
    entries.add(Entry.ofPrefix("machine", Path.of("/usr")));
    // Better than none: the environment that 'platen demo' made beside Platen.
    variable("PLATEN_HOME")
        .ifPresent(
            home -> entries.add(Entry.ofPrefix("Platen's own .venv", Path.of(home, ".venv"))));
    return entries;
  }

  /** The environments that the user chose: activated ones first, then the project's own. */
  private List<Entry> environments() {
    List<Entry> found = new ArrayList<>();
    variable("VIRTUAL_ENV").ifPresent(p -> found.add(Entry.ofPrefix("VIRTUAL_ENV", Path.of(p))));
    variable("CONDA_PREFIX").ifPresent(p -> found.add(Entry.ofPrefix("CONDA_PREFIX", Path.of(p))));
    for (Path dir = projectDir.toAbsolutePath(); dir != null; dir = dir.getParent()) {
      for (String name : List.of(".venv", "venv")) {
        Path prefix = dir.resolve(name);
        if (Files.isExecutable(prefix.resolve("bin/python"))) {
          found.add(Entry.ofPrefix(name + " of the project", prefix));
        }
      }
    }
    return found;
  }

  /** The user's own. */
  Path userKernels() {
    return userDir().resolve("kernels");
  }

  private Path userDir() {
    Optional<String> own = variable("JUPYTER_DATA_DIR");
    if (own.isPresent()) {
      return Path.of(own.get());
    }
    Path home = Path.of(variable("HOME").orElse(System.getProperty("user.home")));
    if (System.getProperty("os.name").startsWith("Mac")) {
      return home.resolve("Library/Jupyter");
    }
    return variable("XDG_DATA_HOME")
        .map(Path::of)
        .orElse(home.resolve(".local/share"))
        .resolve("jupyter");
  }

  /** The root of the environment of the first {@code python3} or {@code python} on the PATH. */
  private Optional<Path> pythonPrefix() {
    for (String dir : variable("PATH").map(p -> p.split(File.pathSeparator)).orElse(none())) {
      for (String name : List.of("python3", "python")) {
        Path python = Path.of(dir, name);
        if (Files.isExecutable(python)) {
          return Optional.of(prefixOf(python));
        }
      }
    }
    return Optional.empty();
  }

  /** {@code bin/python} lies in its environment, or is a link into it. */
  private static Path prefixOf(Path python) {
    Path here = python.toAbsolutePath().resolve("../..").normalize();
    if (Files.exists(here.resolve("pyvenv.cfg"))) {
      return here;
    }
    try {
      return python.toRealPath().resolve("../..").normalize();
    } catch (IOException e) {
      return here;
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(env.get(name)).filter(value -> !value.isEmpty());
  }

  private static String[] none() {
    return new String[0];
  }
}
