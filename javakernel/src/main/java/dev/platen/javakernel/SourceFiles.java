package dev.platen.javakernel;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's own sources, compiled when a notebook asks for them. */
final class SourceFiles {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");

  private final UserClasses classes;
  private final SessionFolder folder;

  SourceFiles(UserClasses classes, SessionFolder folder) {
    this.classes = classes;
    this.folder = folder;
  }

  /**
   * Compiles files, and all {@code .java} files of folders.
   *
   * @throws CellFailure with the compiler's words, or if one is another now than the one in use
   */
  void compile(List<String> paths, String classpath) throws CellFailure {
    List<Path> files = new ArrayList<>();
    for (String path : paths) {
      files.addAll(sources(Path.of(path)));
    }
    for (Path file : files) {
      checkPackage(file);
    }
    try {
      Path compiled = folder.folder("sources");
      compile(files, classpath, compiled);
      take(compiled);
    } catch (IOException e) {
      throw CellFailure.ofUsage("%sources: can't write classes: " + e.getMessage());
    }
  }

  private static void compile(List<Path> files, String classpath, Path target)
      throws IOException, CellFailure {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d",
              target.toString(),
              "-cp",
              classpath,
              "-g",
              "-parameters",
              "-nowarn",
              "-proc:none");
      if (!compiler
          .getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call()) {
        throw CellFailure.ofUsage("%sources: these don't compile:\n" + said.toString().strip());
      }
    }
  }

  /** Rather an error than results of code that is no longer there. */
  private void take(Path compiled) throws IOException, CellFailure {
    List<Path> files;
    try (Stream<Path> all = Files.walk(compiled)) {
      files = all.filter(Files::isRegularFile).map(compiled::relativize).toList();
    }
    List<String> stale = new ArrayList<>();
    for (Path file : files) {
      String name = className(file);
      if (classes.isInUse(name) && !isSame(compiled.resolve(file), target(file))) {
        stale.add(name);
      }
    }
    if (!stale.isEmpty()) {
      throw CellFailure.ofUsage(
          "%sources: changed since their classes were loaded, which can't be undone: "
              + String.join(", ", stale)
              + "; restart the kernel");
    }
    for (Path file : files) {
      Files.createDirectories(Objects.requireNonNull(target(file).getParent()));
      Files.move(compiled.resolve(file), target(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path target(Path file) {
    return classes.folder().resolve(file);
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(other) && Files.mismatch(one, other) < 0;
  }

  private static String className(Path file) {
    String path = file.toString();
    return path.substring(0, path.length() - ".class".length()).replace(File.separatorChar, '.');
  }

  /** A notebook's code lies in a package, and Java imports nothing from the unnamed one. */
  private static void checkPackage(Path file) throws CellFailure {
    try {
      if (!PACKAGE.matcher(Files.readString(file)).find()) {
        throw CellFailure.ofUsage(
            "%sources: "
                + file
                + " is in no package, and can't be imported: begin it with 'package NAME;'");
      }
    } catch (IOException e) {
      throw CellFailure.ofUsage("%sources: can't read " + file + ": " + e.getMessage());
    }
  }

  private static List<Path> sources(Path path) throws CellFailure {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      if (found.isEmpty()) {
        throw CellFailure.ofUsage("%sources: there is no .java file in " + path);
      }
      return found;
    } catch (IOException e) {
      throw CellFailure.ofUsage(
          "%sources: can't read " + path + " from " + Path.of("").toAbsolutePath());
    }
  }
}
