package dev.platen.kernelspec;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds kernelspecs. Of two with one name, the first on the search path wins. */
public final class KernelSpecs {
  private static final String NATIVE = "python3";

  private final KernelSearchPath searchPath;

  /**
   * A search as seen from one place.
   *
   * @param env the environment variables that name search folders
   * @param projectDir the template's folder, from which the project's own environment is looked for
   *     upwards
   */
  public KernelSpecs(Map<String, String> env, Path projectDir) {
    this.searchPath = new KernelSearchPath(env, projectDir);
  }

  /**
   * All kernelspecs by name, in search order, the built-in one last. Folders that hold no readable
   * kernel.json are passed over.
   */
  public Map<String, KernelSpec> all() {
    Map<String, KernelSpec> found = new LinkedHashMap<>();
    for (KernelSearchPath.Entry entry : searchPath.entries()) {
      for (KernelSpec spec : inside(entry)) {
        found.putIfAbsent(spec.name(), spec);
      }
    }
    builtIn().ifPresent(spec -> found.putIfAbsent(spec.name(), spec));
    return found;
  }

  /** The Java kernel that comes with Platen; any other of its name goes before it. */
  public static Optional<KernelSpec> builtIn() {
    return BuiltInJava.spec();
  }

  /** The folder in which Jupyter looks for the user's own kernelspecs. */
  public Path userFolder() {
    return searchPath.userKernels();
  }

  /**
   * The kernelspec that a notebook asks for.
   *
   * <p>When there is none of that name, but the nearest environment has a kernel of the notebook's
   * language, that one is taken: a notebook that was written in an environment of another name
   * still runs in the one at hand.
   *
   * @param name as in the notebook or on the command line, any case
   * @param language the notebook's language, or "" when no other kernel may stand in
   * @param where the place that names the kernel, for the fault
   * @throws Fault {@code KERNEL_NOT_FOUND}
   */
  public KernelSpec find(String name, String language, String where) {
    Map<String, KernelSpec> all = all();
    KernelSpec spec = all.get(name.toLowerCase(Locale.ROOT));
    if (spec != null) {
      return spec;
    }
    return all.values().stream()
        .filter(other -> !language.isEmpty() && other.language().equalsIgnoreCase(language))
        .findFirst()
        .orElseThrow(() -> notFound(name, where, all));
  }

  private static Fault notFound(String name, String where, Map<String, KernelSpec> all) {
    Fault fault =
        Fault.of(FaultKind.KERNEL_NOT_FOUND, "no kernel named '" + name + "'").where(where);
    if (all.isEmpty()) {
      return fault
          .found("no kernel at all")
          .mend(
              "activate an environment with ipykernel, or make one here: python3 -m venv .venv && .venv/bin/pip install ipykernel");
    }
    String first = all.containsKey(NATIVE) ? NATIVE : all.keySet().iterator().next();
    return fault
        .found(String.join(", ", all.keySet()))
        .mend("pass --kernel " + first + ", or list kernels with 'platen kernels'");
  }

  private static List<KernelSpec> inside(KernelSearchPath.Entry entry) {
    List<KernelSpec> specs = new ArrayList<>();
    for (Path dir : folders(entry.kernels())) {
      read(dir).ifPresent(json -> specs.add(parse(dir, entry, json)));
    }
    if (specs.stream().noneMatch(s -> s.name().equals(NATIVE)) && hasIpykernel(entry.prefix())) {
      specs.add(nativeSpec(entry));
    }
    return specs;
  }

  private static KernelSpec parse(Path dir, KernelSearchPath.Entry entry, JsonObject json) {
    String name = dir.getFileName().toString().toLowerCase(Locale.ROOT);
    return KernelSpec.parse(name, dir, entry.prefix(), entry.origin(), json);
  }

  private static List<Path> folders(Path kernels) {
    if (!Files.isDirectory(kernels)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(kernels)) {
      return children
          .filter(dir -> Files.isRegularFile(dir.resolve("kernel.json")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Fault.of(FaultKind.STORAGE_DENIED, "can't list kernelspecs")
          .where(kernels.toString())
          .mend("make the folder readable")
          .cause(e);
    }
  }

  private static Optional<JsonObject> read(Path dir) {
    try (InputStream in = Files.newInputStream(dir.resolve("kernel.json"))) {
      return JsonReader.read(in) instanceof JsonObject json && !json.array("argv").isEmpty()
          ? Optional.of(json)
          : Optional.empty();
    } catch (IOException | JsonSyntaxException e) {
      // One broken kernelspec mustn't hide the others; 'platen kernels' shows what was found.
      return Optional.empty();
    }
  }

  /**
   * Whether an environment can start ipykernel although it has no kernelspec: as Jupyter's native
   * kernel. A virtual environment that sees the system's packages borrows Debian's.
   */
  private static boolean hasIpykernel(Path prefix) {
    return Files.isExecutable(prefix.resolve("bin/python"))
        && (hasPackage(prefix.resolve("lib")) || borrowsSystemIpykernel(prefix));
  }

  private static boolean hasPackage(Path lib) {
    return folders(lib, "python3*").stream()
        .anyMatch(python -> Files.isDirectory(python.resolve("site-packages/ipykernel")));
  }

  private static List<Path> folders(Path parent, String glob) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (var stream = Files.newDirectoryStream(parent, glob)) {
      stream.forEach(found::add);
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  private static boolean borrowsSystemIpykernel(Path prefix) {
    try {
      String config = Files.readString(prefix.resolve("pyvenv.cfg"));
      return config.replace(" ", "").contains("include-system-site-packages=true")
          && Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/ipykernel"));
    } catch (IOException e) {
      return false;
    }
  }

  private static KernelSpec nativeSpec(KernelSearchPath.Entry entry) {
    JsonObject json =
        JsonObject.build(
            o ->
                o.put(
                        "argv",
                        JsonArray.ofStrings(
                            List.of(
                                "python", "-m", "ipykernel_launcher", "-f", "{connection_file}")))
                    .put("display_name", "Python 3 (ipykernel)")
                    .put("language", "python"));
    return KernelSpec.parse(
        NATIVE, entry.kernels().resolve(NATIVE), entry.prefix(), entry.origin(), json);
  }
}
