package dev.platen.run.provenance;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file as it was at the end of a run, or for a declared input before its first cell.
 *
 * @param path relative to the project's root when it lies in it, else absolute
 * @param bytes its size; -1 when it can't be known
 * @param modified empty when it can't be known
 * @param sha256 in hex; empty when a note says why
 */
public record FileRecord(
    String path,
    long bytes,
    Optional<Instant> modified,
    Optional<String> sha256,
    List<FileNote> notes) {

  public FileRecord {
    notes = List.copyOf(notes);
  }

  static FileRecord missing(String path, FileNote why) {
    return new FileRecord(path, -1, Optional.empty(), Optional.empty(), List.of(why));
  }

  FileRecord with(FileNote note) {
    List<FileNote> more = new ArrayList<>(notes);
    more.add(note);
    return new FileRecord(path, bytes, modified, sha256, more);
  }

  public JsonObject toJson() {
    return JsonObject.build(
        o -> {
          o.put("path", path);
          modified.ifPresent(time -> o.put("bytes", bytes).put("modified", time.toString()));
          sha256.ifPresent(hash -> o.put("sha256", hash));
          if (!notes.isEmpty()) {
            o.put("notes", JsonArray.ofStrings(notes.stream().map(FileNote::word).toList()));
          }
        });
  }
}
