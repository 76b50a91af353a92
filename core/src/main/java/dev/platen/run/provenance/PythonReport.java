package dev.platen.run.provenance;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code observe.py} answers.
 *
 * @param stdlib the folder of Python's standard library
 * @param temp the kernel's folder for temporary files
 * @param searchPath {@code sys.path}
 * @param imported files of modules that don't lie in a library
 * @param library what was imported from folders of packages; see {@link PackageOwners#used}
 * @param copies the file of a module to the copy in the snapshot that it was compiled from
 * @param unreadable files of modules whose copies couldn't be read
 * @param read files opened for reading, and not written by the run before
 * @param unrecorded whether more files were read than are listed
 * @param unnamed how many names can't be expressed in this system's encoding; they are left out
 * @param started when the observation began, by the kernel's clock
 */
record PythonReport(
    String version,
    String implementation,
    String executable,
    Path prefix,
    Path basePrefix,
    Path stdlib,
    Path temp,
    List<Path> searchPath,
    List<Path> imported,
    List<Path> library,
    Map<Path, Path> copies,
    List<Path> unreadable,
    List<Path> read,
    boolean unrecorded,
    int unnamed,
    Instant started) {

  static PythonReport parse(JsonObject json) {
    List<String> unnamed = new ArrayList<>();
    return new PythonReport(
        json.text("version"),
        json.text("implementation"),
        json.text("executable"),
        Path.of(json.text("prefix")),
        Path.of(json.text("base_prefix")),
        Path.of(json.text("stdlib")),
        Path.of(json.text("temp")),
        paths(json, "path", new ArrayList<>()),
        paths(json, "imported", unnamed),
        paths(json, "library", new ArrayList<>()),
        copies(json.object("copies")),
        paths(json, "unreadable", new ArrayList<>()),
        paths(json, "read", unnamed),
        json.isTrue("unrecorded"),
        unnamed.size(),
        Instant.EPOCH.plusNanos(json.integer("started").orElse(0L)));
  }

  private static Map<Path, Path> copies(JsonObject json) {
    Map<Path, Path> copies = new HashMap<>();
    json.members()
        .forEach(
            (file, copy) -> {
              if (copy instanceof JsonString text) {
                try {
                  copies.put(Path.of(file), Path.of(text.value()));
                } catch (InvalidPathException e) {
                  // Then it is among the unnamed of the imported, too.
                }
              }
            });
    return Map.copyOf(copies);
  }

  private static List<Path> paths(JsonObject json, String key, List<String> unnamed) {
    List<Path> paths = new ArrayList<>();
    for (var value : json.array(key)) {
      if (value instanceof JsonString text) {
        try {
          paths.add(Path.of(text.value()));
        } catch (InvalidPathException e) {
          unnamed.add(text.value());
        }
      }
    }
    return List.copyOf(paths);
  }
}
