package dev.platen.cli;

import dev.platen.cli.output.NotebookLog;
import dev.platen.cli.output.RunProgress;
import dev.platen.cli.output.RunSummary;
import dev.platen.cli.output.Terminal;
import dev.platen.execute.ExecutionListener;
import dev.platen.execute.ExecutionOptions;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.read.ArgumentReader;
import dev.platen.parameter.read.YamlReader;
import dev.platen.run.CellSelection;
import dev.platen.run.RunRequest;
import dev.platen.run.RunResult;
import dev.platen.run.Runner;
import dev.platen.run.Template;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code platen run}: one run, one sealed folder. */
@Command(
    name = "run",
    description = {
      "Runs a template notebook once and seals what it gives.",
      "",
      "The last line on standard output is the report's path."
    },
    footer = {
      "",
      "Examples:",
      "  platen run report.ipynb hidden=32 lr=1e-3 'layers=[8, 8]'",
      "  platen run report.ipynb -f params.yaml --cell-timeout 30m --out results",
      "  platen run report.ipynb --record mse=mse --record 'r2=float(r2)'",
      "  platen run report.ipynb --until 'Data preparation' --skip-tag slow"
    })
final class RunCommand extends PlatenCommand {
  @picocli.CommandLine.Parameters(
      index = "0",
      paramLabel = "TEMPLATE",
      description = "The template notebook.")
  private Path template = Path.of("");

  @picocli.CommandLine.Parameters(
      index = "1..*",
      paramLabel = "name=value",
      description =
          "Parameters. A value is a number, true, false, null, text, [a list] or {a: map}; it is converted to the type"
              + " that the template declares.")
  private List<String> arguments = List.of();

  @Option(
      names = {"-f", "--parameters-file"},
      paramLabel = "FILE",
      description = "Parameters from a YAML or JSON file; those of the command line win.")
  private List<Path> parameterFiles = List.of();

  @Option(
      names = "--allow-unknown",
      description = "Pass parameters that the template doesn't declare.")
  private boolean allowUnknown;

  @Option(
      names = {"-k", "--kernel"},
      paramLabel = "NAME",
      description = "Another kernel than the notebook's.")
  private @Nullable String kernel;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "The folder that takes the run's folder (default: 'runs' beside the template).")
  private @Nullable Path out;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "The kernel's working folder (default: the template's).")
  private @Nullable Path cwd;

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "A variable for the kernel's environment.")
  private Map<String, String> kernelEnv = new LinkedHashMap<>();

  @Option(
      names = "--record",
      paramLabel = "NAME=EXPRESSION",
      description =
          "A metric: the kernel evaluates the expression after the last cell; again for more.")
  private Map<String, String> record = new LinkedHashMap<>();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Stop the run after this long, such as 90s, 30m, 2h; a bare number is seconds, 0 no limit.")
  private @Nullable Duration timeout;

  @Option(
      names = "--cell-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop the run when one cell takes this long.")
  private @Nullable Duration cellTimeout;

  @Option(
      names = "--start-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "60s",
      description = "How long the kernel may take to start (default: 60s).")
  private Duration startTimeout = Duration.ZERO;

  @Option(names = "--keep-going", description = "Run the cells behind a failed one as well.")
  private boolean keepGoing;

  @Option(names = "--log-output", description = "Show what the notebook prints, as it comes.")
  private boolean logOutput;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  @Mixin private SecretFlags secrets = new SecretFlags();

  @Mixin private SelectionFlags selection = new SelectionFlags();

  @Mixin private ReportFlags report = new ReportFlags();

  RunCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) throws InterruptedException {
    Template read = Template.read(template);
    CellSelection chosen = selection.selection();
    Set<String> leftOut = chosen.leftOut(read.notebook(), template.toString());
    chosen.note(read.notebook(), leftOut).ifPresent(note -> terminal.say("note: " + note));
    RunRequest request = request(read, leftOut);
    Runner runner =
        new Runner(
            new LocalKernels(context().clock(), secrets.secrets(context().env())),
            context().env(),
            context().clock());
    RunResult result;
    try (RunProgress progress = new RunProgress(terminal, log(terminal), context().clock())) {
      result = runner.run(request, progress, context().cancellation().get());
    }
    return new RunSummary(terminal, json).print(result);
  }

  private Optional<ExecutionListener> log(Terminal terminal) {
    return logOutput ? Optional.of(new NotebookLog(terminal)) : Optional.empty();
  }

  private RunRequest request(Template read, Set<String> leftOut) {
    ExecutionOptions.AfterError afterError =
        keepGoing ? ExecutionOptions.AfterError.CONTINUE : ExecutionOptions.AfterError.STOP;
    RunRequest.Builder request =
        RunRequest.of(read)
            .parameters(parameters(read.declared().orElse(List.of())))
            .unknown(allowUnknown ? RunRequest.Unknown.ALLOWED : RunRequest.Unknown.REFUSED)
            .kernel(Optional.ofNullable(kernel))
            .env(kernelEnv)
            .record(record)
            .startTimeout(startTimeout)
            .extra(selected(leftOut))
            .title(report.title())
            .report(report.options())
            .execution(
                ExecutionOptions.DEFAULT
                    .withTimeouts(limit(cellTimeout), limit(timeout))
                    .withAfterError(afterError)
                    .withLeftOut(leftOut));
    if (out != null) {
      request.outDir(out);
    }
    if (cwd != null) {
      request.workingDir(cwd.toAbsolutePath());
    }
    return request.build();
  }

  /** What run.json says of a part. */
  private JsonObject selected(Set<String> leftOut) {
    return leftOut.isEmpty()
        ? JsonObject.EMPTY
        : JsonObject.EMPTY.with("selection", new JsonString(selection.selection().describe()));
  }

  private static Optional<Duration> limit(@Nullable Duration time) {
    return Optional.ofNullable(time).filter(t -> !t.isZero());
  }

  private Parameters parameters(List<DeclaredParameter> declared) {
    Parameters all = Parameters.EMPTY;
    for (Path file : parameterFiles) {
      all = all.with(DeclaredParameter.convertAll(read(file), declared, file.toString()));
    }
    return all.with(ArgumentReader.read(arguments, declared));
  }

  private static Parameters read(Path file) {
    try {
      return YamlReader.readAsArguments(Files.readString(file), file.toString());
    } catch (MalformedInputException e) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "the parameters file is no UTF-8 text")
          .where(file.toString())
          .mend("save it as UTF-8")
          .cause(e);
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }
}
