package dev.platen.run.provenance;

import dev.platen.run.provenance.SnapshotTaking.Source;
import dev.platen.storage.ReadOnlyFolder;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of snapshots. One appears in it whole: written beside, flushed to the disk, then
 * renamed. Of two processes that take the same one, one is first, and the other finds it there.
 */
final class SnapshotFolder {
  private static final String PART = ".part";

  /** Nobody takes so long to write a snapshot. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path dir;

  SnapshotFolder(Path dir) {
    this.dir = dir;
  }

  void write(Path copy, SortedMap<String, Source> sources) {
    Path part = dir.resolve("." + copy.getFileName() + "." + UUID.randomUUID() + PART);
    try {
      makeDir();
      Files.createDirectory(part);
      try {
        removeAbandoned(Files.getLastModifiedTime(part));
        fill(part, sources);
        publish(part, copy);
      } finally {
        delete(part);
      }
    } catch (IOException e) {
      throw StorageFaults.writing(copy, e);
    }
  }

  private void makeDir() throws IOException {
    try {
      Files.createDirectory(dir);
    } catch (FileAlreadyExistsException e) {
      // As usual; should it be a file, the next step says so.
    }
  }

  private static void fill(Path part, SortedMap<String, Source> sources) throws IOException {
    for (Map.Entry<String, Source> each : sources.entrySet()) {
      Path file = part.resolve(each.getKey());
      Files.createDirectories(file.resolveSibling(""));
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(each.getValue().bytes());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.setLastModifiedTime(file, each.getValue().modified());
    }
  }

  private static void publish(Path part, Path copy) throws IOException {
    try {
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.isDirectory(copy)) {
        // Somebody else was first, with the same.
        return;
      }
      throw e;
    }
    ReadOnlyFolder.protect(copy);
  }

  /** What a process left that was killed. */
  private void removeAbandoned(FileTime now) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(dir, ".*" + PART)) {
      for (Path part : parts) {
        try {
          FileTime modified = Files.getLastModifiedTime(part);
          if (modified.toInstant().plus(ABANDONED).isBefore(now.toInstant())) {
            delete(part);
          }
        } catch (NoSuchFileException | UncheckedIOException e) {
          // Its owner has just finished, or another process removes it, too.
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /** Whether a snapshot is made of these files, and no others. */
  static boolean holds(Path copy, SortedMap<String, Source> sources) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(copy)) {
      files = all.filter(path -> !Files.isDirectory(path)).toList();
    }
    if (files.size() != sources.size()) {
      return false;
    }
    for (Path file : files) {
      Source source = sources.get(copy.relativize(file).toString());
      if (source == null || !Arrays.equals(source.bytes(), Files.readAllBytes(file))) {
        return false;
      }
    }
    return true;
  }
}
