package dev.platen.javakernel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Lines that aren't Java: what the notebook's class path is to hold. */
final class Magics {
  static final List<String> NAMES = List.of("classpath", "maven", "sources");

  private final Consumer<String> addToClasspath;
  private final SourceFiles sources;
  private final MavenArtifacts maven;
  private final StringBuilder classpath;

  Magics(Consumer<String> addToClasspath, UserClasses classes, SessionFolder folder) {
    this.addToClasspath = addToClasspath;
    this.sources = new SourceFiles(classes, folder);
    this.maven = new MavenArtifacts(folder);
    this.classpath = new StringBuilder(classes.folder().toString());
  }

  /**
   * Runs one.
   *
   * @param line {@code %name} and what it takes
   */
  void run(String line) throws CellFailure {
    String[] words = line.split("\\s+");
    List<String> what = List.of(words).subList(1, words.length);
    if (what.isEmpty()) {
      throw CellFailure.ofUsage(words[0] + " takes something: see docs/java.md");
    }
    switch (words[0]) {
      case "%classpath" -> addAll(what);
      case "%maven" -> maven.paths(what).forEach(this::add);
      default -> sources.compile(what, classpath.toString());
    }
  }

  private void addAll(List<String> paths) throws CellFailure {
    for (String path : paths) {
      if (!Files.exists(Path.of(path))) {
        throw CellFailure.ofUsage(
            "%classpath: there is no " + path + " in " + Path.of("").toAbsolutePath());
      }
      add(path);
    }
  }

  private void add(String path) {
    classpath.append(File.pathSeparator).append(path);
    addToClasspath.accept(path);
  }
}
