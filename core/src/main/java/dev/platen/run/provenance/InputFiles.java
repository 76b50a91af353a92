package dev.platen.run.provenance;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that {@link DeclaredInputs} named at one moment. A pattern that matched nothing stays
 * among the patterns: files may come.
 *
 * @param files by path
 * @param notes why they aren't all
 */
public record InputFiles(List<String> patterns, List<FileRecord> files, List<String> notes) {
  public InputFiles {
    patterns = List.copyOf(patterns);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /**
   * Looks for the files and hashes them, at most 1 GiB.
   *
   * @param scope whose run folder's parent holds the runs; nothing in it is an input
   */
  public static InputFiles now(DeclaredInputs inputs, ProjectScope scope, FileHasher hasher) {
    InputExpansion expansion = expansion(inputs, scope);
    SortedMap<String, Path> named = named(expansion, scope);
    Map<String, FileRecord> records =
        new FileExamination(hasher, Instant.MAX, FileExamination.MAX_BYTES).examine(named);
    return new InputFiles(
        inputs.patterns(),
        named.keySet().stream().map(records::get).toList(),
        expansion.isCut()
            ? List.of("there are more files than are recorded: name fewer of them")
            : List.of());
  }

  /**
   * Looks for the files without reading them.
   *
   * @param scope as for {@link #now}
   * @return by the name that each has in records
   */
  public static SortedMap<String, Path> named(DeclaredInputs inputs, ProjectScope scope) {
    return named(expansion(inputs, scope), scope);
  }

  private static InputExpansion expansion(DeclaredInputs inputs, ProjectScope scope) {
    Path runs = scope.runFolder().resolveSibling("");
    InputExpansion expansion = new InputExpansion(new OutFolder(runs, inputs.dir()));
    for (String pattern : inputs.patterns()) {
      expansion.add(inputs.dir(), InputPattern.parse(pattern));
    }
    return expansion;
  }

  private static SortedMap<String, Path> named(InputExpansion expansion, ProjectScope scope) {
    List<Path> rootNames = ProjectScope.bothNames(scope.root());
    SortedMap<String, Path> named = new TreeMap<>();
    expansion.files().forEach(file -> named.put(ProjectScope.name(file, rootNames), file));
    return named;
  }

  /** The same, with a note at every file that is another by now. */
  public InputFiles comparedWithNow(ProjectScope scope) {
    List<FileRecord> compared = new ArrayList<>();
    for (FileRecord file : files) {
      Path path = scope.root().resolve(file.path());
      compared.add(
          file.modified().isEmpty() ? file : change(file, path).map(file::with).orElse(file));
    }
    return new InputFiles(patterns, compared, notes);
  }

  private static Optional<FileNote> change(FileRecord file, Path path) {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      boolean same =
          now.size() == file.bytes()
              && file.modified().equals(Optional.of(now.lastModifiedTime().toInstant()));
      return same ? Optional.empty() : Optional.of(FileNote.CHANGED_DURING_RUN);
    } catch (IOException e) {
      return Optional.of(FileNote.VANISHED);
    }
  }

  public JsonObject toJson() {
    return JsonObject.build(
        o -> {
          o.put("patterns", JsonArray.ofStrings(patterns))
              .put(
                  "files",
                  new JsonArray(files.stream().<JsonValue>map(FileRecord::toJson).toList()));
          if (!notes.isEmpty()) {
            o.put("notes", JsonArray.ofStrings(notes));
          }
        });
  }
}
