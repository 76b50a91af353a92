package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonWriter;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpecs;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code platen kernels install java}: the built-in kernel for JupyterLab and all that read
 * kernelspecs.
 */
@Command(
    name = "install",
    description = {
      "Writes the kernelspec of a kernel that comes with Platen, so that JupyterLab and others can start it too."
          + " Platen itself needs none. It names this Java and this Platen: install it again when they move."
    })
final class KernelsInstallCommand extends PlatenCommand {
  @Parameters(index = "0", paramLabel = "KERNEL", description = "java: there is no other.")
  private String name = "";

  @Option(
      names = "--prefix",
      paramLabel = "DIR",
      description = "For the environment in this folder, instead of for the user.")
  private Optional<Path> prefix = Optional.empty();

  KernelsInstallCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    KernelSpec spec =
        KernelSpecs.builtIn()
            .filter(builtIn -> builtIn.name().equals(name))
            .orElseThrow(() -> unknown(name));
    Path kernels =
        prefix
            .map(dir -> dir.resolve("share/jupyter/kernels"))
            .orElseGet(() -> new KernelSpecs(context().env(), Path.of("")).userFolder());
    Path file = kernels.resolve(spec.name()).resolve("kernel.json").toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      WholeFile.write(file, out -> JsonWriter.indented(spec.toJson(), out));
    } catch (IOException e) {
      throw StorageFaults.writing(file, e);
    }
    terminal.result(file.toString());
    return 0;
  }

  private static Fault unknown(String name) {
    return Fault.of(FaultKind.USAGE, "no kernel of Platen's is named '" + name + "'")
        .where("platen kernels install " + name)
        .found(
            KernelSpecs.builtIn().isPresent()
                ? "java"
                : "none: this Java, " + System.getProperty("java.home") + ", has no jshell")
        .mend("platen kernels install java");
  }
}
