package dev.platen.kernelspec;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Java kernel that comes with Platen, and is started as any other: by the Java that runs
 * Platen.
 */
final class BuiltInJava {
  static final String NAME = "java";
  static final String MAIN = "dev.platen.javakernel.JavaKernel";

  private BuiltInJava() {}

  /** Empty where this Java has no jshell, or the program was put together without the kernel. */
  static Optional<KernelSpec> spec() {
    boolean isHere = BuiltInJava.class.getResource("/" + MAIN.replace('.', '/') + ".class") != null;
    if (!isHere || ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      return Optional.empty();
    }
    Path home = Path.of(System.getProperty("java.home"));
    return Optional.of(
        KernelSpec.parse(NAME, home, home, "built in", toJson(home.resolve("bin/java"))));
  }

  private static JsonObject toJson(Path java) {
    List<String> argv =
        List.of(java.toString(), "-cp", classPath(), MAIN, "-f", "{connection_file}");
    return JsonObject.build(
        o ->
            o.put("argv", JsonArray.ofStrings(argv))
                .put("display_name", "Java (Platen)")
                .put("language", "java")
                // A signal would end the process.
                .put("interrupt_mode", "message"));
  }

  /** Kernels are started in other folders than this process. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
