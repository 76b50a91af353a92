package dev.platen.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Takes away the permission to write, so that nothing in a folder changes by accident. */
public final class ReadOnlyFolder {
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private ReadOnlyFolder() {}

  /**
   * Protects a folder, and all that is in it.
   *
   * @throws IOException as the file system throws it
   */
  public static void protect(Path dir) throws IOException {
    protect(dir, any -> true);
  }

  /**
   * Protects those of a folder and all that is in it that are chosen.
   *
   * @throws IOException as the file system throws it
   */
  public static void protect(Path dir, Predicate<Path> chosen) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path path : all.filter(chosen).toList()) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.removeAll(WRITE)) {
          Files.setPosixFilePermissions(path, permissions);
        }
      }
    }
  }
}
