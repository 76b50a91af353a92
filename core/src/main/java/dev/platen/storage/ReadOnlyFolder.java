package dev.platen.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
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
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path path : all.toList()) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        permissions.removeAll(WRITE);
        Files.setPosixFilePermissions(path, permissions);
      }
    }
  }
}
