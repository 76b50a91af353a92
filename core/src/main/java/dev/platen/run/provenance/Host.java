package dev.platen.run.provenance;

import com.sun.management.OperatingSystemMXBean;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The machine that a run happened on; not whose it is.
 *
 * @param name what the machine calls itself; "" when it doesn't say
 * @param os name and version, such as {@code Linux 6.1.0}
 * @param arch such as {@code amd64}
 * @param cores that Platen may use
 * @param memoryBytes that Platen may use: of the machine, or of the container
 * @param gpus names, one for each NVIDIA device
 */
public record Host(
    String name, String os, String arch, int cores, long memoryBytes, List<String> gpus) {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Path DRIVER = Path.of("/proc/driver/nvidia/gpus");

  public Host {
    gpus = List.copyOf(gpus);
  }

  /** Looks; takes up to 2 s when there is an NVIDIA driver that is slow to answer. */
  public static Host current() throws InterruptedException {
    return new Host(
        hostName(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        gpuNames());
  }

  /** Never by the network's name service, which may take seconds to say nothing. */
  private static String hostName() throws InterruptedException {
    Path kernel = Path.of("/proc/sys/kernel/hostname");
    return Files.isReadable(kernel)
        ? text(kernel).strip()
        : answer("uname", "-n").map(String::strip).orElse("");
  }

  /** The driver's own files are at once; {@code nvidia-smi} may wake every device first. */
  private static List<String> gpuNames() throws InterruptedException {
    if (!Files.isDirectory(DRIVER)) {
      return answer("nvidia-smi", "--query-gpu=name", "--format=csv,noheader")
          .map(names -> names.lines().map(String::strip).toList())
          .orElse(List.of());
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> devices = Files.newDirectoryStream(DRIVER)) {
      for (Path device : devices) {
        names.addAll(models(text(device.resolve("information"))));
      }
    } catch (IOException e) {
      // A driver that is being unloaded; the devices seen so far stand.
      return names;
    }
    return names;
  }

  static List<String> models(String information) {
    return information
        .lines()
        .filter(line -> line.startsWith("Model:"))
        .map(line -> line.substring("Model:".length()).strip())
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<String> answer(String... command) throws InterruptedException {
    return Command.run(List.of(command), Path.of("/"), TIMEOUT, 1 << 16)
        .filter(Command.Answer::ok)
        .map(Command.Answer::output);
  }

  public JsonObject toJson() {
    return JsonObject.build(
        o ->
            o.put("name", name)
                .put("os", os)
                .put("arch", arch)
                .put("cores", cores)
                .put("memory_bytes", memoryBytes)
                .put("gpus", JsonArray.ofStrings(gpus)));
  }
}
