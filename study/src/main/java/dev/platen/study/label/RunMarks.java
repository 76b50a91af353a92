package dev.platen.study.label;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonWriter;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All marks of the runs in a folder: {@code labels.json} beside them, by the runs' ids. The sealed
 * folders know nothing of it; without it only the marks are gone. Immutable.
 *
 * @param byRun of runs that have one
 */
public record RunMarks(Map<String, RunMark> byRun) {
  public static final String FILE = "labels.json";
  public static final RunMarks NONE = new RunMarks(Map.of());
  private static final int FORMAT = 1;
  private static final String LOCK = "labels.lock";

  public RunMarks {
    byRun = Map.copyOf(byRun);
  }

  /** Of a run by its id. */
  public RunMark of(String id) {
    return byRun.getOrDefault(id, RunMark.NONE);
  }

  /**
   * Reads them.
   *
   * @param dir the folder of the runs
   * @throws Fault {@code PARAMETER_INVALID} if the file isn't what Platen wrote, or a storage fault
   */
  public static RunMarks read(Path dir) {
    return read(dir.resolve(FILE), document(dir.resolve(FILE)));
  }

  private static RunMarks read(Path file, JsonObject document) {
    if (document.has("format") && !document.integer("format").equals(Optional.of((long) FORMAT))) {
      throw broken(file, "another format than " + FORMAT);
    }
    Map<String, RunMark> byRun = new TreeMap<>();
    document
        .object("runs")
        .members()
        .forEach(
            (id, mark) -> {
              if (mark instanceof JsonObject object) {
                byRun.put(id, RunMark.read(object));
              }
            });
    return new RunMarks(byRun);
  }

  /**
   * Changes the marks of some runs, while no other process does.
   *
   * @param dir the folder of the runs
   * @param ids of runs that are in it
   * @return all marks as they are now
   * @throws Fault as {@link #read} and {@link MarkChange}; then nothing has changed
   */
  public static synchronized RunMarks change(Path dir, Collection<String> ids, MarkChange change) {
    Path lockFile = dir.resolve(".platen").resolve(LOCK);
    try {
      Files.createDirectories(lockFile.resolveSibling(""));
      // Beside the file itself, which another one takes the place of.
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return lock.isValid() ? changeAlone(dir.resolve(FILE), ids, change) : NONE;
      }
    } catch (IOException e) {
      throw StorageFaults.writing(lockFile, e);
    }
  }

  private static RunMarks changeAlone(Path file, Collection<String> ids, MarkChange change) {
    JsonObject before = document(file);
    Map<String, RunMark> byRun = new TreeMap<>(read(file, before).byRun());
    for (String id : ids) {
      RunMark mark = change.of(byRun.getOrDefault(id, RunMark.NONE));
      if (mark.isNone()) {
        byRun.remove(id);
      } else {
        byRun.put(id, mark);
      }
    }
    JsonObject runs = JsonObject.build(o -> byRun.forEach((id, mark) -> o.put(id, mark.toJson())));
    JsonObject after = before.with("format", JsonNumber.of(FORMAT)).with("runs", runs);
    WholeFile.writeShared(
        file,
        out -> {
          JsonWriter.indented(after, out);
          out.write('\n');
        });
    return new RunMarks(byRun);
  }

  private static JsonObject document(Path file) {
    try {
      if (JsonReader.read(Files.readAllBytes(file)) instanceof JsonObject object) {
        return object;
      }
      throw broken(file, "something that is no JSON object");
    } catch (NoSuchFileException e) {
      return JsonObject.EMPTY;
    } catch (JsonSyntaxException e) {
      throw broken(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }

  private static Fault broken(Path file, String found) {
    return Fault.of(FaultKind.PARAMETER_INVALID, "the labels can't be read")
        .where(file.toString())
        .found(found)
        .mend("take it from a copy, or remove it: only labels, notes and stars are lost");
  }
}
