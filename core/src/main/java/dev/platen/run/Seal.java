package dev.platen.run;

import dev.platen.fault.Issue;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.storage.Sha256;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The proof that nothing in a run folder has changed: {@code seal.json} holds the SHA-256 of every
 * other file, and one over that list, whose lines are those of {@code sha256sum}. A sealed folder
 * is read-only.
 */
public final class Seal {
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private static final String JOURNAL = "journal.jsonl";

  private Seal() {}

  /**
   * Seals a finished run. The journal isn't sealed but removed, when the seal stands; so that a
   * folder with a journal is one that somebody still has to finish.
   */
  static void apply(RunFolder folder) {
    try {
      Map<String, String> hashes = hashes(folder);
      hashes.remove(JOURNAL);
      JsonObject seal =
          JsonObject.build(
              o ->
                  o.put("algorithm", "SHA-256")
                      .put("files", JsonObject.build(f -> hashes.forEach(f::put)))
                      .put("seal", overall(hashes)));
      WholeFile.write(
          folder.seal(),
          out -> {
            JsonWriter.indented(seal, out);
            out.write('\n');
          });
    } catch (IOException e) {
      throw StorageFaults.writing(folder.seal(), e);
    }
    finish(folder);
  }

  /**
   * What is left to do in a folder whose seal stands: takes the right to write, and the journal.
   */
  static void finish(RunFolder folder) {
    try {
      for (Path path : all(folder.path())) {
        if (!path.equals(folder.path()) && !path.equals(folder.journal())) {
          protect(path);
        }
      }
      Files.deleteIfExists(folder.journal());
      protect(folder.path());
    } catch (IOException e) {
      throw StorageFaults.writing(folder.path(), e);
    }
  }

  /** Whether the folder's record can't be written: somebody had sealed it. */
  static boolean isProtected(RunFolder folder) {
    try {
      return !Files.getPosixFilePermissions(folder.record())
          .contains(PosixFilePermission.OWNER_WRITE);
    } catch (IOException e) {
      throw StorageFaults.reading(folder.record(), e);
    }
  }

  /**
   * Compares a run folder with its seal.
   *
   * @return everything that differs, by file; nothing when the seal holds
   */
  public static List<Issue> verify(RunFolder folder) {
    if (!Files.exists(folder.seal())) {
      String why =
          Files.exists(folder.journal())
              ? "isn't there: the run is under way, or its Platen was killed"
              : "isn't there: the run was never sealed";
      return List.of(new Issue("seal.json", why));
    }
    try {
      return JsonReader.read(Files.readAllBytes(folder.seal())) instanceof JsonObject seal
          ? compare(seal, folder)
          : List.of(new Issue("seal.json", "is no seal"));
    } catch (JsonSyntaxException e) {
      return List.of(new Issue("seal.json", "is no seal: " + e.getMessage()));
    } catch (IOException e) {
      throw StorageFaults.reading(folder.path(), e);
    }
  }

  private static List<Issue> compare(JsonObject seal, RunFolder folder) throws IOException {
    List<Issue> issues = new ArrayList<>();
    Map<String, String> sealed = new TreeMap<>();
    for (Map.Entry<String, JsonValue> file : seal.object("files").members().entrySet()) {
      sealed.put(file.getKey(), file.getValue() instanceof JsonString s ? s.value() : "");
    }
    if (!overall(sealed).equals(seal.text("seal"))) {
      issues.add(new Issue("seal.json", "was changed: its list doesn't match its own hash"));
    }
    Map<String, String> present = hashes(folder);
    sealed.forEach(
        (name, hash) -> {
          if (!present.containsKey(name)) {
            issues.add(new Issue(name, "is missing"));
          } else if (!hash.equals(present.get(name))) {
            issues.add(new Issue(name, "was changed"));
          }
        });
    present.keySet().stream()
        .filter(name -> !sealed.containsKey(name))
        .forEach(name -> issues.add(new Issue(name, "was added")));
    return issues;
  }

  private static Map<String, String> hashes(RunFolder folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>(JsonWriter.BY_CODE_POINT);
    for (Path file : files(folder.path())) {
      if (!file.equals(folder.seal())) {
        String name = folder.path().relativize(file).toString().replace('\\', '/');
        // Whoever opens the journal of a run of this process takes its lock away.
        hashes.put(name, name.equals(JOURNAL) ? "" : Sha256.of(file));
      }
    }
    return hashes;
  }

  private static List<Path> files(Path dir) throws IOException {
    return all(dir).stream().filter(path -> !Files.isDirectory(path)).toList();
  }

  private static List<Path> all(Path dir) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      return all.toList();
    }
  }

  private static String overall(Map<String, String> hashes) {
    StringBuilder list = new StringBuilder();
    hashes.forEach((name, hash) -> list.append(hash).append("  ").append(name).append('\n'));
    return Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void protect(Path path) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    if (permissions.removeAll(WRITE)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }
}
