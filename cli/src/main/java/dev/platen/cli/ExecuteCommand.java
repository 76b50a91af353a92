package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.cli.papermill.ExecuteRun;
import dev.platen.cli.papermill.Places;
import dev.platen.execute.Cancellation;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen execute}: the command line of {@code jupyter execute}. */
@Command(
    name = "execute",
    description = {
      "Executes notebooks, with the arguments of 'jupyter execute'.",
      "",
      "Each on a kernel of its own, in its own folder, one after the other; they may be addresses, such as https://….",
      "Without --inplace or --output nothing is written."
          + " Called through a link named jupyter-execute, platen is this command."
    },
    footer = {
      "",
      "Examples:",
      "  platen execute --inplace analysis.ipynb",
      "  platen execute --output '{notebook_name}-done' one.ipynb two.ipynb"
    })
final class ExecuteCommand extends PlatenCommand {
  private static final String NAME_FIELD = "{notebook_name}";

  @Parameters(arity = "1..*", paramLabel = "NOTEBOOK", description = "Notebooks.")
  private List<String> notebooks = List.of();

  @Option(
      names = {"--timeout", "--NbClientApp.timeout"},
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Stop when one cell takes this long; 0 or less = never (default).")
  private int timeout;

  @Option(
      names = {"--startup_timeout", "--NbClientApp.startup_timeout"},
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long a kernel may take to start (default: 60).")
  private int startTimeout;

  @Option(
      names = {"--kernel_name", "--NbClientApp.kernel_name"},
      paramLabel = "NAME",
      description = "Another kernel than the notebook's.")
  private @Nullable String kernel;

  @Option(
      names = {"--output", "--NbClientApp.output_base"},
      paramLabel = "NAME",
      description =
          "The name of what is written, beside each notebook; {notebook_name} stands for the notebook's.")
  private @Nullable String output;

  @Option(
      names = {"--inplace", "--NbClientApp.inplace"},
      arity = "0..1",
      fallbackValue = "true",
      description = "Write each notebook over itself.")
  private boolean inPlace;

  @Option(
      names = {"--allow-errors", "--NbClientApp.allow_errors"},
      arity = "0..1",
      fallbackValue = "true",
      description = "Run the cells behind a failed one as well, and end with exit code 0.")
  private boolean allowErrors;

  @Option(
      names = "--NbClientApp.skip_cells_with_tag",
      paramLabel = "TAG",
      description = "Leave out the cells with this tag, beside those tagged skip-execution.")
  private List<String> skipTags = List.of();

  @Mixin private SecretFlags secrets = new SecretFlags();

  ExecuteCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) throws InterruptedException {
    checkOutput();
    ExecuteRun run =
        new ExecuteRun(
            terminal,
            context().env(),
            context().clock(),
            new ExecuteRun.Settings(
                Optional.ofNullable(kernel),
                Optional.of(Duration.ofSeconds(Math.max(0, timeout))).filter(t -> timeout > 0),
                StartTimeout.of("--startup_timeout", startTimeout),
                allowErrors,
                new LinkedHashSet<>(skipTags),
                secrets.secrets(context().env())));
    Cancellation cancellation = context().cancellation().get();
    int exitCode = 0;
    for (String file : files()) {
      if (cancellation.isRequested()) {
        return FaultKind.INTERRUPTED.exitCode();
      }
      try {
        exitCode = Math.max(exitCode, run.run(file, target(file), cancellation));
      } catch (Fault fault) {
        terminal.error(fault.describe());
        exitCode = Math.max(exitCode, fault.kind().exitCode());
      }
    }
    return exitCode;
  }

  private void checkOutput() {
    if (output != null && inPlace) {
      throw Fault.of(FaultKind.USAGE, "--output beside --inplace")
          .where("platen execute, the command line")
          .mend("leave one of them out");
    }
    if (output != null && notebooks.size() > 1 && !output.contains(NAME_FIELD)) {
      throw Fault.of(FaultKind.USAGE, "several notebooks would be written to one file")
          .where("--output " + output)
          .found(notebooks.size() + " notebooks")
          .mend("put " + NAME_FIELD + " into the name");
    }
  }

  private List<String> files() {
    List<String> files = new ArrayList<>();
    for (String name : notebooks) {
      boolean isShort =
          !Places.isRemote(name) && !name.endsWith(".ipynb") && !Files.exists(Path.of(name));
      files.add(isShort ? name + ".ipynb" : name);
    }
    return files;
  }

  private Optional<String> target(String input) {
    if (inPlace) {
      return Optional.of(input);
    }
    String file = input.replaceFirst(Places.isRemote(input) ? "[?#].*" : "$", "");
    int folder = file.lastIndexOf('/') + 1;
    String stem = file.substring(folder).replaceFirst("\\.ipynb$", "");
    return Optional.ofNullable(output)
        .map(name -> name.replace(NAME_FIELD, stem))
        .map(name -> name.endsWith(".ipynb") ? name : name + ".ipynb")
        .map(
            name ->
                name.startsWith("/") || Places.isRemote(name)
                    ? name
                    : file.substring(0, folder) + name);
  }
}
