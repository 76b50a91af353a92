package dev.platen.endtoend;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kernelspec made for a test, in a folder for JUPYTER_PATH. */
final class TestKernel {
  private final Path jupyter;
  private final Path resourceDir;
  private JsonObject spec;

  private TestKernel(Path jupyter, String name, String language) {
    this.jupyter = jupyter;
    this.resourceDir = jupyter.resolve("kernels").resolve(name);
    this.spec = JsonObject.build(o -> o.put("display_name", name).put("language", language));
  }

  static TestKernel in(Path dir, String name) {
    return new TestKernel(dir.resolve("share/jupyter"), name, "python");
  }

  TestKernel argv(String... argv) {
    return with("argv", JsonArray.ofStrings(List.of(argv)));
  }

  TestKernel with(String key, dev.platen.json.JsonValue value) {
    spec = spec.with(key, value);
    return this;
  }

  Path resourceDir() {
    return resourceDir;
  }

  /** Writes the kernelspec; gives the folder for JUPYTER_PATH. */
  Path path() {
    try {
      Files.createDirectories(resourceDir);
      Files.write(resourceDir.resolve("kernel.json"), JsonWriter.compactBytes(spec));
      return jupyter;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
