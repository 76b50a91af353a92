package dev.platen.cli;

import dev.platen.cli.output.Table;
import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpecs;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code platen kernels}: which kernels there are, where they were found, and whether they start.
 */
@Command(
    name = "kernels",
    description = {
      "Lists the kernels found, nearest first: JUPYTER_PATH, the activated environment, the project's .venv, the"
          + " user's folder, the Python on the PATH, the machine.",
    })
final class KernelsCommand extends PlatenCommand {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

  @Option(names = "--check", description = "Start each of them, and say how it went.")
  private boolean check;

  @Option(names = "--json", description = "Print them as one line of JSON.")
  private boolean json;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder whose own environment counts (default: this one).")
  private Path project = Path.of(".");

  KernelsCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) throws InterruptedException {
    Collection<KernelSpec> specs =
        new KernelSpecs(context().env(), project.toAbsolutePath().normalize()).all().values();
    if (specs.isEmpty()) {
      throw Fault.of(FaultKind.KERNEL_NOT_FOUND, "no kernel at all")
          .where("Jupyter's search path")
          .mend(
              "activate an environment with ipykernel, or make one here: python3 -m venv .venv && .venv/bin/pip install ipykernel");
    }
    List<String> states = new ArrayList<>();
    for (KernelSpec spec : specs) {
      states.add(check ? state(spec) : "");
    }
    if (json) {
      terminal.result(toJson(specs, states));
    } else {
      terminal.resultText(toTable(specs, states));
    }
    return states.stream().anyMatch(state -> state.startsWith("no"))
        ? FaultKind.KERNEL_NO_START.exitCode()
        : 0;
  }

  private String toTable(Collection<KernelSpec> specs, List<String> states) {
    Table table = new Table("name", "language", "found in", "folder", check ? "starts" : "");
    var state = states.iterator();
    for (KernelSpec spec : specs) {
      table.row(
          spec.name(), spec.language(), spec.origin(), spec.resourceDir().toString(), state.next());
    }
    return table.text();
  }

  private JsonArray toJson(Collection<KernelSpec> specs, List<String> states) {
    List<JsonValue> list = new ArrayList<>();
    var state = states.iterator();
    for (KernelSpec spec : specs) {
      String starts = state.next();
      list.add(
          JsonObject.build(
              o -> {
                o.put("name", spec.name())
                    .put("display_name", spec.displayName())
                    .put("language", spec.language())
                    .put("origin", spec.origin())
                    .put("resource_dir", spec.resourceDir().toString());
                if (check) {
                  o.put("starts", starts);
                }
              }));
    }
    return new JsonArray(list);
  }

  private String state(KernelSpec spec) throws InterruptedException {
    Path log = temporaryLog();
    LaunchRequest request =
        new LaunchRequest(spec, project.toAbsolutePath(), Map.of(), log, START_TIMEOUT);
    try (KernelClient kernel = new LocalKernels(context().clock()).start(request, () -> false)) {
      JsonObject language = kernel.info().languageInfo();
      return "yes, " + language.text("name") + " " + language.text("version");
    } catch (Fault fault) {
      return "no: "
          + fault
              .describe()
              .lines()
              .filter(l -> l.contains("found:"))
              .findFirst()
              .map(l -> l.strip().replaceFirst("found: +", ""))
              .orElse(fault.kind().name());
    } finally {
      delete(log);
    }
  }

  private static Path temporaryLog() {
    try {
      return Files.createTempFile("platen-kernel-", ".log");
    } catch (IOException e) {
      throw StorageFaults.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  private static void delete(Path log) {
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw StorageFaults.writing(log, e);
    }
  }
}
