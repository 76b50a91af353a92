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
import java.util.Arrays;
import java.util.Optional;

/**
 * The file through which a kernel learns where to listen and which keys to ask for. Only its owner
 * can read it; the guard writes it.
 *
 * @param asked where the kernel is to listen; it may choose its ports itself
 */
record ConnectionFile(Path path, ConnectionInfo asked, String kernelName) {

  /** One line, with its end. */
  byte[] content() {
    byte[] json = JsonWriter.compactBytes(asked.toJson(kernelName));
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  /**
   * The content, once the kernel has written every port; empty until then, also in the middle of a
   * write.
   */
  Optional<ConnectionInfo> bound() throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(path);
      return JsonReader.read(bytes) instanceof JsonObject json
          ? Optional.of(asked.withPorts(json)).filter(ConnectionInfo::isBound)
          : Optional.empty();
    } catch (NoSuchFileException | JsonSyntaxException e) {
      // ipykernel removes the file before it writes it anew.
      return Optional.empty();
    }
  }
}
