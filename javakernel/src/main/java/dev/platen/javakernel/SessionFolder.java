package dev.platen.javakernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one kernel keeps in files, among the temporary ones. It goes with the process. What a killed
 * process has left goes when the next kernel starts: the system lets go of the lock on it.
 */
final class SessionFolder implements AutoCloseable {
  static final String PREFIX = "platen-java-";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel held;

  private SessionFolder(Path path, FileChannel held) {
    this.path = path;
    this.held = held;
  }

  /**
   * A new one; those that nobody holds any more are removed.
   *
   * @param temporary where temporary files are
   */
  static SessionFolder make(Path temporary) throws IOException {
    SessionFolder made = null;
    while (made == null) {
      made = hold(Files.createTempDirectory(temporary, PREFIX));
    }
    made.removeLeft(temporary);
    return made;
  }

  /** A new folder in it. */
  Path folder(String name) throws IOException {
    return Files.createTempDirectory(path, name);
  }

  @Override
  public void close() {
    try (held) {
      remove(path);
    } catch (IOException e) {
      // Threads of the notebook's still write there: it is left for the next kernel's start.
    }
  }

  /** Null if a kernel that starts just now takes it for one that was left. */
  private static @Nullable SessionFolder hold(Path path) throws IOException {
    FileChannel lock;
    try {
      lock = open(path);
    } catch (NoSuchFileException e) {
      return null;
    }
    if (lock.tryLock() == null) {
      lock.close();
      return null;
    }
    return new SessionFolder(path, lock);
  }

  /** Nobody else's, and through no link. */
  private void removeLeft(Path temporary) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(temporary)) {
      others =
          all.filter(each -> String.valueOf(each.getFileName()).startsWith(PREFIX))
              .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
              .filter(each -> !each.equals(path))
              .toList();
    }
    for (Path each : others) {
      try {
        if (Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(path))) {
          removeIfLeft(each);
        }
      } catch (IOException e) {
        // Another kernel removes it just now.
      }
    }
  }

  private static void removeIfLeft(Path folder) throws IOException {
    try (FileChannel channel = open(folder);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        remove(folder);
      }
    } catch (OverlappingFileLockException e) {
      // This process holds it.
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
