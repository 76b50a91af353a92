package dev.platen.study.ledger;

import dev.platen.run.provenance.FileHasher;
import dev.platen.run.provenance.FileNote;
import dev.platen.run.provenance.FileRecord;
import dev.platen.study.ledger.Verdict.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares files with what was recorded of them, each record once. A file of the same size and time
 * is the same; only others are read. Safe for any thread.
 */
final class FileComparison {
  private record Question(Kind kind, Path root, FileRecord file) {}

  private static final int SHORT_HASH = 12;

  private final FileHasher hasher;
  private final Map<Question, Verdict> known = new ConcurrentHashMap<>();

  FileComparison(FileHasher hasher) {
    this.hasher = hasher;
  }

  /**
   * Compares a file.
   *
   * @param root the folder to which the record's path is relative
   */
  Verdict compare(Kind kind, Path root, FileRecord file) {
    return known.computeIfAbsent(new Question(kind, root, file), this::look);
  }

  private Verdict look(Question question) {
    Kind kind = question.kind();
    FileRecord file = question.file();
    if (file.notes().contains(FileNote.CHANGED_DURING_RUN)) {
      return Verdict.changed(kind, file.path(), "", "changed while the run read it");
    }
    try {
      Path path = question.root().resolve(file.path());
      BasicFileAttributes now = attributes(path);
      if (now == null) {
        return file.notes().contains(FileNote.VANISHED)
            ? Verdict.unknown(kind, file.path(), "it vanished while the run went on")
            : Verdict.missing(kind, file.path(), size(file.bytes()));
      }
      return compare(kind, file, path, now);
    } catch (IOException | InvalidPathException e) {
      return Verdict.unknown(kind, file.path(), "it can't be read");
    }
  }

  private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private Verdict compare(Kind kind, FileRecord file, Path path, BasicFileAttributes now)
      throws IOException {
    boolean sameSize = now.size() == file.bytes();
    boolean sameTime = file.modified().equals(Optional.of(now.lastModifiedTime().toInstant()));
    if (file.sha256().isEmpty()) {
      // Too large, or not readable then: size and time are all that there is.
      return file.modified().isEmpty()
          ? Verdict.unknown(kind, file.path(), "nothing of it was recorded")
          : sameSize && sameTime
              ? Verdict.same(kind, file.path(), size(now.size()))
              : Verdict.changed(
                  kind, file.path(), stamp(file), size(now.size()) + ", " + now.lastModifiedTime());
    }
    if (!sameSize) {
      return Verdict.changed(kind, file.path(), size(file.bytes()), size(now.size()));
    }
    String was = file.sha256().get();
    String is = sameTime && file.notes().isEmpty() ? was : hasher.sha256(path);
    return Verdict.compared(kind, file.path(), shortened(was), shortened(is));
  }

  private static String size(long bytes) {
    return bytes < 0 ? "there" : bytes + " bytes";
  }

  private static String stamp(FileRecord file) {
    return size(file.bytes()) + file.modified().map(time -> ", " + time).orElse("");
  }

  /** Enough of a hash to tell two apart by eye. */
  static String shortened(String hash) {
    return hash.length() > SHORT_HASH ? hash.substring(0, SHORT_HASH) + "…" : hash;
  }
}
