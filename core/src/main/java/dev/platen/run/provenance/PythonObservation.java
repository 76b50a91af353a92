package dev.platen.run.provenance;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the kernel's Python was, and what the run took from the disk.
 *
 * @param version such as {@code 3.11.7}
 * @param implementation such as {@code cpython}
 * @param prefix the environment's root
 * @param searchPath {@code sys.path} after the last cell, absolute
 * @param packages normalised name to version: all that are on the search path
 * @param usedPackages those of them whose modules were imported, without the kernel's own
 * @param imported the user's own modules, by path; hashed is what they were compiled from, which
 *     may be a copy in a snapshot
 * @param read the user's own files that were opened for reading, by path, without those that the
 *     run had written before, and without {@code imported}
 * @param notes what of this isn't complete, or not as it was asked for
 */
public record PythonObservation(
    String version,
    String implementation,
    String executable,
    Path prefix,
    Environment environment,
    List<Path> searchPath,
    SortedMap<String, String> packages,
    SortedMap<String, String> usedPackages,
    List<FileRecord> imported,
    List<FileRecord> read,
    List<String> notes) {

  /** What sort of place packages were installed in. */
  public enum Environment {
    VENV,
    CONDA,
    SYSTEM;

    static Environment at(Path prefix) {
      if (Files.isDirectory(prefix.resolve("conda-meta"))) {
        return CONDA;
      }
      return Files.exists(prefix.resolve("pyvenv.cfg")) ? VENV : SYSTEM;
    }

    /** As written in {@code run.json}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public PythonObservation {
    searchPath = List.copyOf(searchPath);
    packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
    usedPackages = Collections.unmodifiableSortedMap(new TreeMap<>(usedPackages));
    imported = List.copyOf(imported);
    read = List.copyOf(read);
    notes = List.copyOf(notes);
  }

  static PythonObservation of(PythonReport report, ProjectScope scope, ProvenanceMemory memory) {
    OwnFiles own = new OwnFiles(scope, report);
    SortedMap<String, Path> imported = own.byName(report.imported());
    SortedMap<String, Path> read = own.byName(report.read());
    read.keySet().removeAll(imported.keySet());
    Map<String, FileRecord> records = examine(imported, read, report, memory.hasher());
    Collection<InstalledPackage> packages = InstalledPackages.find(report.searchPath());
    return new PythonObservation(
        report.version(),
        report.implementation(),
        report.executable(),
        report.prefix(),
        Environment.at(report.prefix()),
        report.searchPath(),
        InstalledPackages.versions(packages),
        memory.owners().used(packages, report.library()),
        imported.keySet().stream().map(records::get).toList(),
        read.keySet().stream().map(records::get).toList(),
        notes(report));
  }

  private static Map<String, FileRecord> examine(
      Map<String, Path> imported, Map<String, Path> read, PythonReport report, FileHasher hasher) {
    Map<String, Path> copies = new HashMap<>();
    Map<String, Path> files = new HashMap<>(read);
    imported.forEach(
        (name, file) -> {
          Path copy = report.copies().get(file);
          (copy == null ? files : copies).put(name, copy == null ? file : copy);
        });
    Map<String, FileRecord> records =
        new FileExamination(hasher, report.started(), FileExamination.MAX_BYTES).examine(files);
    // A copy never changes, whatever its time says.
    records.putAll(
        new FileExamination(hasher, Instant.MAX, FileExamination.MAX_BYTES).examine(copies));
    return records;
  }

  private static List<String> notes(PythonReport report) {
    List<String> notes = new ArrayList<>();
    if (report.unrecorded()) {
      notes.add("only the first " + report.read().size() + " files that were read are recorded");
    }
    if (report.unnamed() > 0) {
      notes.add(report.unnamed() + " files have names outside of this system's encoding");
    }
    for (Path file : report.unreadable()) {
      notes.add(file + " was imported as it is: its copy in the snapshot can't be read");
    }
    return notes;
  }

  public JsonObject toJson() {
    return JsonObject.build(
        o ->
            o.put("version", version)
                .put("implementation", implementation)
                .put("executable", executable)
                .put("prefix", prefix.toString())
                .put("environment", environment.word())
                .put(
                    "search_path",
                    JsonArray.ofStrings(searchPath.stream().map(Path::toString).toList()))
                .put("packages", JsonObject.build(p -> packages.forEach(p::put)))
                .put("used_packages", JsonObject.build(p -> usedPackages.forEach(p::put)))
                .put("imported", files(imported))
                .put("read", files(read))
                .put("notes", JsonArray.ofStrings(notes)));
  }

  private static JsonArray files(List<FileRecord> records) {
    return new JsonArray(records.stream().<JsonValue>map(FileRecord::toJson).toList());
  }
}
