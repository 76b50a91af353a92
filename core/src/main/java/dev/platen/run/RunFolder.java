package dev.platen.run;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonWriter;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where one run keeps everything.
 *
 * @param path the folder {@code slug~id}
 */
public record RunFolder(Path path) {
  private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_LENGTH = 6;
  private static final Pattern NAME = Pattern.compile(".+~[a-z2-7]{" + ID_LENGTH + "}");

  /** The journal last, for it holds the lock under which the others go. */
  private static final List<String> OF_A_RUN_TO_BE =
      List.of(
          ".run.json.part", "run.json", ".notebook.ipynb.part", "notebook.ipynb", "journal.jsonl");

  /**
   * Makes a new, empty folder.
   *
   * @param parent made too when it isn't there, but not its own parent
   * @throws Fault a storage fault that names the folder
   */
  static RunFolder create(Path parent, String slug) {
    makeParent(parent);
    SecureRandom random = new SecureRandom();
    while (true) {
      Path path = parent.resolve(slug + "~" + randomId(random));
      try {
        Files.createDirectory(path);
        return new RunFolder(path.toAbsolutePath());
      } catch (FileAlreadyExistsException e) {
        // Another run has this id; the next draw has another.
      } catch (IOException e) {
        throw StorageFaults.writing(path, e);
      }
    }
  }

  private static void makeParent(Path parent) {
    try {
      Files.createDirectory(parent);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(parent)) {
        throw Fault.of(FaultKind.STORAGE_DENIED, "the output folder is a file")
            .where(parent.toString())
            .found("something that is no folder")
            .mend("name another folder with --out")
            .cause(e);
      }
    } catch (IOException e) {
      throw StorageFaults.writing(parent, e);
    }
  }

  private static String randomId(SecureRandom random) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
    }
    return id.toString();
  }

  /** The run's id: what stands behind the last {@code ~}. */
  public String id() {
    String name = String.valueOf(path.getFileName());
    return name.substring(name.lastIndexOf('~') + 1);
  }

  public Path report() {
    return path.resolve("report.html");
  }

  public Path notebook() {
    return path.resolve("notebook.ipynb");
  }

  public Path record() {
    return path.resolve("run.json");
  }

  public Path figures() {
    return path.resolve("figures");
  }

  public Path kernelLog() {
    return path.resolve("kernel.log");
  }

  public Path seal() {
    return path.resolve("seal.json");
  }

  public Path journal() {
    return path.resolve("journal.jsonl");
  }

  /** Whether the folder is one of a run, finished or not. */
  public boolean isRun() {
    return Files.isRegularFile(record());
  }

  /** Whether a run is, or was, being made here: its journal is the first file and the last. */
  public boolean isUnfinished() {
    return Files.isRegularFile(journal());
  }

  /** Whether nothing is left to do here: the seal stands, and the journal is gone. */
  public boolean isFinished() {
    // In this order: the journal goes last.
    return Files.exists(seal()) && !isUnfinished();
  }

  /**
   * Removes the folder of a run that has not begun: nothing in it but what it was to start from.
   *
   * @return false if there is anything else in it, or it can't be removed
   */
  boolean discard() {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      for (Path child : children) {
        if (!OF_A_RUN_TO_BE.contains(String.valueOf(child.getFileName()))) {
          return false;
        }
      }
      for (String name : OF_A_RUN_TO_BE) {
        Files.deleteIfExists(path.resolve(name));
      }
      // Empty now, it may be gone already.
      Files.deleteIfExists(path);
      return true;
    } catch (IOException | DirectoryIteratorException e) {
      // Whoever looks for runs later may have more luck; to them it is what it is now.
      return false;
    }
  }

  /** Removes the folder if it is empty and named as runs are: somebody had only just made it. */
  boolean discardEmpty() {
    String name = String.valueOf(path.getFileName());
    if (!NAME.matcher(name).matches() || !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      Files.delete(path);
      return true;
    } catch (IOException e) {
      // Not empty, so not this.
      return false;
    }
  }

  void writeRecord(JsonObject record) {
    WholeFile.write(
        record(),
        out -> {
          JsonWriter.readable(record, out);
          out.write('\n');
        });
  }

  /**
   * The content of run.json.
   *
   * @throws Fault a storage fault, or {@code SEAL_BROKEN} if it is no JSON object
   */
  public JsonObject readRecord() {
    try {
      if (JsonReader.read(Files.readAllBytes(record())) instanceof JsonObject object) {
        return object;
      }
    } catch (IOException e) {
      throw StorageFaults.reading(record(), e);
    } catch (JsonSyntaxException e) {
      throw notRecord().cause(e);
    }
    throw notRecord();
  }

  private Fault notRecord() {
    return Fault.of(FaultKind.SEAL_BROKEN, "run.json can't be read")
        .where(record().toString())
        .found("something that is no JSON object")
        .mend("take the folder from a copy, or run again");
  }
}
