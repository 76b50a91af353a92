package dev.platen.javakernel;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's own sources, compiled when a notebook asks for them. */
final class SourceFiles {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");

  private final Path target;

  /** Classes go to a folder of the class path. */
  SourceFiles(Path target) {
    this.target = target;
  }

  /**
   * Compiles files, and all {@code .java} files of folders.
   *
   * @throws CellFailure with the compiler's words
   */
  void compile(List<String> paths, String classpath) throws CellFailure {
    List<Path> files = new ArrayList<>();
    for (String path : paths) {
      files.addAll(sources(Path.of(path)));
    }
    for (Path file : files) {
      checkPackage(file);
    }
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
    } catch (IOException e) {
      throw CellFailure.ofUsage("%sources: can't write classes: " + e.getMessage());
    }
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
