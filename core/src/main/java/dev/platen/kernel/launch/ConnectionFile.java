package dev.platen.kernel.launch;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonWriter;
import dev.platen.kernel.ConnectionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file through which a kernel learns where to listen and which keys to ask for. Only its owner
 * can read it.
 */
final class ConnectionFile implements AutoCloseable {
  private final Path dir;
  private final Path path;
  private final byte[] asked;

  private ConnectionFile(Path dir, Path path, byte[] asked) {
    this.dir = dir;
    this.path = path;
    this.asked = asked;
  }

  /** Writes the file, mode 0600, in a folder of its own with mode 0700. */
  static ConnectionFile create(ConnectionInfo info, String kernelName) throws IOException {
    Path dir = Files.createTempDirectory("platen-kernel-");
    Path path =
        Files.createFile(
            dir.resolve("connection.json"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] asked = JsonWriter.compactBytes(info.toJson(kernelName));
    Files.write(path, asked);
    return new ConnectionFile(dir, path, asked);
  }

  Path path() {
    return path;
  }

  /**
   * The content, once the kernel has written every port; empty until then, also in the middle of a
   * write.
   */
  Optional<ConnectionInfo> bound(ConnectionInfo written) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(path);
      if (Arrays.equals(bytes, asked)) {
        return Optional.empty();
      }
      return JsonReader.read(bytes) instanceof JsonObject json
          ? Optional.of(written.withPorts(json)).filter(ConnectionInfo::isBound)
          : Optional.empty();
    } catch (NoSuchFileException | JsonSyntaxException e) {
      // ipykernel removes the file before it writes it anew.
      return Optional.empty();
    }
  }

  /** Removes the file and its folder. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(dir);
  }
}
