package dev.platen.run.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the files of one run, the smallest first, and hashes as many bytes as it may. */
final class FileExamination {
  static final long MAX_BYTES = 1L << 30;

  private record Seen(Path file, BasicFileAttributes attributes) {}

  private final ProjectScope scope;
  private final FileHasher hasher;
  private final Instant started;
  private final Map<Path, FileRecord> records = new HashMap<>();
  private long bytesLeft;

  /** An examination of files; those changed after {@code started} get a note. */
  FileExamination(ProjectScope scope, FileHasher hasher, Instant started, long maxBytes) {
    this.scope = scope;
    this.hasher = hasher;
    this.started = started;
    this.bytesLeft = maxBytes;
  }

  /** A record for each file, by the path that was given. Called once. */
  Map<Path, FileRecord> examine(Collection<Path> files) {
    List<Seen> seen = new ArrayList<>();
    for (Path file : files) {
      try {
        seen.add(new Seen(file, Files.readAttributes(file, BasicFileAttributes.class)));
      } catch (IOException e) {
        records.put(file, FileRecord.missing(scope.name(file), why(e)));
      }
    }
    seen.stream()
        .sorted(
            Comparator.comparingLong((Seen s) -> s.attributes().size()).thenComparing(Seen::file))
        .forEach(s -> records.put(s.file(), record(s.file(), s.attributes())));
    return records;
  }

  private FileRecord record(Path file, BasicFileAttributes attributes) {
    List<FileNote> notes = new ArrayList<>();
    Instant modified = attributes.lastModifiedTime().toInstant();
    if (modified.isAfter(started)) {
      notes.add(FileNote.CHANGED_DURING_RUN);
    }
    Optional<String> hash = Optional.empty();
    bytesLeft -= attributes.size();
    if (bytesLeft < 0) {
      notes.add(FileNote.TOO_LARGE);
    } else {
      try {
        hash = Optional.of(hasher.sha256(file, attributes));
      } catch (IOException e) {
        notes.add(why(e));
      }
    }
    return new FileRecord(scope.name(file), attributes.size(), Optional.of(modified), hash, notes);
  }

  private static FileNote why(IOException e) {
    return e instanceof NoSuchFileException ? FileNote.VANISHED : FileNote.UNREADABLE;
  }
}
