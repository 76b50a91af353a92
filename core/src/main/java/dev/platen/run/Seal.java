package dev.platen.run;

import dev.platen.fault.Issue;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.storage.ReadOnlyFolder;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The proof that nothing in a run folder has changed: {@code seal.json} holds the SHA-256 of every
 * other file, and one over that list, whose lines are those of {@code sha256sum}. A sealed folder
 * is read-only.
 */
public final class Seal {
  private record Sealed(Path path, BasicFileAttributes attributes) {}

  private static final String JOURNAL = "journal.jsonl";

  private final Sha256 sha256;

  /** Share the hash among all folders that are looked at. */
  public Seal(Sha256 sha256) {
    this.sha256 = sha256;
  }

  /**
   * Seals a finished run. The journal isn't sealed but removed, when the seal stands; so that a
   * folder with a journal is one that somebody still has to finish.
   */
  void apply(RunFolder folder) {
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
      ReadOnlyFolder.protect(
          folder.path(), path -> !path.equals(folder.path()) && !path.equals(folder.journal()));
      Files.deleteIfExists(folder.journal());
      ReadOnlyFolder.protect(folder.path());
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
  public List<Issue> verify(RunFolder folder) {
    return checked(folder, any -> true, Map.of());
  }

  /**
   * The same at a glance, for thousands of runs: looks at run.json, and of the other files only
   * reads those that are younger than the seal or are links. An edit that took care to set the old
   * time again is left to {@link #verify}.
   *
   * @param record what was read from run.json
   * @return what differs, by file; nothing when nothing speaks against the seal
   */
  public List<Issue> quickCheck(RunFolder folder, byte[] record) {
    String recorded = sha256.hash(record);
    try {
      FileTime sealed = Files.getLastModifiedTime(folder.seal());
      return checked(
          folder,
          file ->
              !file.attributes().isRegularFile()
                  || file.attributes().lastModifiedTime().compareTo(sealed) > 0,
          Map.of(folder.record(), recorded));
    } catch (NoSuchFileException e) {
      return verify(folder);
    } catch (IOException e) {
      throw StorageFaults.reading(folder.seal(), e);
    }
  }

  /**
   * The hash over all of a sealed run: what it is known by wherever it is taken.
   *
   * @throws dev.platen.fault.Fault a storage fault if there is no seal
   */
  public static String hash(RunFolder folder) {
    try {
      return JsonReader.read(Files.readAllBytes(folder.seal())) instanceof JsonObject seal
          ? seal.text("seal")
          : "";
    } catch (JsonSyntaxException e) {
      return "";
    } catch (IOException e) {
      throw StorageFaults.reading(folder.seal(), e);
    }
  }

  private List<Issue> checked(RunFolder folder, Predicate<Sealed> isRead, Map<Path, String> known) {
    if (!Files.exists(folder.seal())) {
      String why =
          Files.exists(folder.journal())
              ? "isn't there: the run is under way, or its Platen was killed"
              : "isn't there: the run was never sealed";
      return List.of(new Issue("seal.json", why));
    }
    try {
      return JsonReader.read(Files.readAllBytes(folder.seal())) instanceof JsonObject seal
          ? compare(seal, folder, isRead, known)
          : List.of(new Issue("seal.json", "is no seal"));
    } catch (JsonSyntaxException e) {
      return List.of(new Issue("seal.json", "is no seal: " + e.getMessage()));
    } catch (IOException e) {
      throw StorageFaults.reading(folder.path(), e);
    }
  }

  private List<Issue> compare(
      JsonObject seal, RunFolder folder, Predicate<Sealed> isRead, Map<Path, String> known)
      throws IOException {
    List<Issue> issues = new ArrayList<>();
    Map<String, String> sealed = new TreeMap<>();
    for (Map.Entry<String, JsonValue> file : seal.object("files").members().entrySet()) {
      sealed.put(file.getKey(), file.getValue() instanceof JsonString s ? s.value() : "");
    }
    if (!overall(sealed).equals(seal.text("seal"))) {
      issues.add(new Issue("seal.json", "was changed: its list doesn't match its own hash"));
    }
    Map<String, Sealed> present = files(folder);
    for (Map.Entry<String, String> each : sealed.entrySet()) {
      Sealed file = present.get(each.getKey());
      if (file == null) {
        issues.add(new Issue(each.getKey(), "is missing"));
      } else if (isChanged(file, each.getValue(), isRead, known)) {
        issues.add(new Issue(each.getKey(), "was changed"));
      }
    }
    present.keySet().stream()
        .filter(name -> !sealed.containsKey(name))
        .forEach(name -> issues.add(new Issue(name, "was added")));
    return issues;
  }

  private boolean isChanged(
      Sealed file, String sealed, Predicate<Sealed> isRead, Map<Path, String> known)
      throws IOException {
    String hash = known.get(file.path());
    if (hash != null) {
      return !hash.equals(sealed);
    }
    return isRead.test(file) && !sealed.equals(sha256.hash(file.path()));
  }

  private Map<String, String> hashes(RunFolder folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>(JsonWriter.BY_CODE_POINT);
    for (Map.Entry<String, Sealed> file : files(folder).entrySet()) {
      String name = file.getKey();
      // Whoever opens the journal of a run of this process takes its lock away.
      hashes.put(name, name.equals(JOURNAL) ? "" : sha256.hash(file.getValue().path()));
    }
    return hashes;
  }

  /** Every file but the seal, by its name there. */
  private static Map<String, Sealed> files(RunFolder folder) throws IOException {
    Map<String, Sealed> files = new TreeMap<>(JsonWriter.BY_CODE_POINT);
    Files.walkFileTree(
        folder.path(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!file.equals(folder.seal())) {
              String name = folder.path().relativize(file).toString().replace('\\', '/');
              files.put(name, new Sealed(file, attributes));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String overall(Map<String, String> hashes) {
    StringBuilder list = new StringBuilder();
    hashes.forEach((name, hash) -> list.append(hash).append("  ").append(name).append('\n'));
    return Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8));
  }
}
