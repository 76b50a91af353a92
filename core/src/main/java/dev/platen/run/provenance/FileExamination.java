package dev.platen.run.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the files of one run, the smallest first, and hashes as many bytes as it may. */
final class FileExamination {
  static final long MAX_BYTES = 1L << 30;

  private record Seen(String name, Path file, BasicFileAttributes attributes) {}

  private final FileHasher hasher;
  private final Instant started;
  private final Map<String, FileRecord> records = new HashMap<>();
  private long bytesLeft;

  /** An examination of files; those changed after {@code started} get a note. */
  FileExamination(FileHasher hasher, Instant started, long maxBytes) {
    this.hasher = hasher;
    this.started = started;
    this.bytesLeft = maxBytes;
  }

  /** A record for each file, by the name that it is to have there. Called once. */
  Map<String, FileRecord> examine(Map<String, Path> files) {
    List<Seen> seen = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          try {
            seen.add(new Seen(name, file, Files.readAttributes(file, BasicFileAttributes.class)));
          } catch (IOException e) {
            records.put(name, FileRecord.missing(name, why(e)));
          }
        });
    seen.stream()
        .sorted(
            Comparator.comparingLong((Seen s) -> s.attributes().size()).thenComparing(Seen::name))
        .forEach(s -> records.put(s.name(), record(s)));
    return records;
  }

  private FileRecord record(Seen seen) {
    List<FileNote> notes = new ArrayList<>();
    long bytes = seen.attributes().size();
    Instant modified = seen.attributes().lastModifiedTime().toInstant();
    if (modified.isAfter(started)) {
      notes.add(FileNote.CHANGED_DURING_RUN);
    }
    Optional<String> hash = Optional.empty();
    bytesLeft -= bytes;
    if (bytesLeft < 0) {
      notes.add(FileNote.TOO_LARGE);
    } else {
      try {
        hash = Optional.of(hasher.sha256(seen.file(), seen.attributes()));
      } catch (IOException e) {
        notes.add(why(e));
      }
    }
    return new FileRecord(seen.name(), bytes, Optional.of(modified), hash, notes);
  }

  private static FileNote why(IOException e) {
    return e instanceof NoSuchFileException ? FileNote.VANISHED : FileNote.UNREADABLE;
  }
}
