package dev.platen.study.ledger;

import dev.platen.run.provenance.InstalledPackages;
import dev.platen.study.ledger.Verdict.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the Python of a run, and its packages, with what is installed now. */
final class PythonComparison {
  private static final Pattern BARE = Pattern.compile("python(3(\\.\\d+)?)?");
  private static final Pattern MINOR = Pattern.compile("(?:pypy|python)(\\d+\\.\\d+)t?");
  private static final Pattern CONDA = Pattern.compile("python-(\\d+\\.\\d+\\.[^-]+)-.*\\.json");

  private final Map<List<String>, SortedMap<String, String>> installed = new ConcurrentHashMap<>();

  /** Verdicts on Python itself, as far as it can be known without starting it. */
  List<Verdict> python(RunInputs.Python was, Optional<Expectation.Kernel> now) {
    Optional<Path> other = now.flatMap(PythonComparison::environment).filter(p -> !isAt(p, was));
    if (other.isPresent()) {
      return List.of(Verdict.changed(Kind.PYTHON, "Python", was.prefix(), other.get().toString()));
    }
    try {
      Path executable = Path.of(was.executable());
      if (!Files.exists(executable)) {
        return List.of(Verdict.missing(Kind.PYTHON, was.executable(), was.version()));
      }
      return version(was, executable).stream()
          .map(
              is ->
                  was.version().equals(is) || was.version().startsWith(is + ".")
                      ? Verdict.same(Kind.PYTHON, "Python", was.version())
                      : Verdict.changed(Kind.PYTHON, "Python", was.version(), is))
          .toList();
    } catch (InvalidPathException e) {
      return List.of(Verdict.unknown(Kind.PYTHON, "Python", "its path can't be read"));
    }
  }

  /** The environment whose Python a kernelspec starts by its mere name. */
  private static Optional<Path> environment(Expectation.Kernel kernel) {
    return BARE.matcher(kernel.command()).matches()
            && Files.isExecutable(kernel.prefix().resolve("bin").resolve(kernel.command()))
        ? Optional.of(kernel.prefix())
        : Optional.empty();
  }

  private static boolean isAt(Path prefix, RunInputs.Python was) {
    try {
      Path before = Path.of(was.prefix());
      return prefix.normalize().equals(before)
          || (Files.exists(before) && Files.isSameFile(prefix, before));
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  /** What conda's own records say, or else the name of the program behind all links. */
  private static Optional<String> version(RunInputs.Python was, Path executable) {
    return conda(Path.of(was.prefix())).or(() -> minor(executable));
  }

  private static Optional<String> conda(Path prefix) {
    Path records = prefix.resolve("conda-meta");
    if (!Files.isDirectory(records)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(records, "python-*.json")) {
      for (Path each : found) {
        Matcher name = CONDA.matcher(each.getFileName().toString());
        if (name.matches()) {
          return Optional.of(name.group(1));
        }
      }
    } catch (IOException e) {
      // What can't be listed tells nothing; the packages are compared all the same.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> minor(Path executable) {
    try {
      Matcher name = MINOR.matcher(executable.toRealPath().getFileName().toString());
      return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A verdict on every package that the run used. */
  List<Verdict> packages(RunInputs.Python was) {
    if (was.searchPath().isEmpty() || was.usedPackages().isEmpty()) {
      return List.of(Verdict.unknown(Kind.PACKAGE, "packages", Freshness.UNRECORDED));
    }
    SortedMap<String, String> now =
        installed.computeIfAbsent(was.searchPath().get(), PythonComparison::installedOn);
    List<Verdict> verdicts = new ArrayList<>();
    new TreeMap<>(was.usedPackages().get())
        .forEach(
            (name, version) -> {
              String is = now.get(name);
              verdicts.add(
                  is == null
                      ? Verdict.missing(Kind.PACKAGE, name, version)
                      : Verdict.compared(Kind.PACKAGE, name, version, is));
            });
    return verdicts;
  }

  private static SortedMap<String, String> installedOn(List<String> searchPath) {
    return InstalledPackages.on(searchPath.stream().flatMap(PythonComparison::folder).toList());
  }

  private static Stream<Path> folder(String name) {
    try {
      return Stream.of(Path.of(name));
    } catch (InvalidPathException e) {
      // Python could not have imported from it here either.
      return Stream.empty();
    }
  }
}
