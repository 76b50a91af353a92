package dev.platen.cli;

import dev.platen.cli.output.PapermillLog;
import dev.platen.cli.output.Terminal;
import dev.platen.cli.output.Verbosity;
import dev.platen.cli.papermill.NotebookHelp;
import dev.platen.cli.papermill.PapermillPaths;
import dev.platen.cli.papermill.PapermillRun;
import dev.platen.cli.papermill.Places;
import dev.platen.cli.papermill.StandardStreams;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.Parameters;
import dev.platen.run.file.SavePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code platen papermill}: papermill's command line over Platen's own execution. */
@Command(
    name = "papermill",
    description = {
      "Runs one notebook into another, with the arguments of 'papermill'.",
      "",
      "Called through a link named papermill, platen is this command. Paths may have fields of parameters:"
          + " out_{n:03d}.ipynb. '-' is standard input or output; https:// and s3:// are places elsewhere.",
    },
    footer = {
      "",
      "Examples:",
      "  platen papermill in.ipynb out.ipynb -p alpha 0.6 -f params.yaml",
      "  platen papermill in.ipynb 'out_{alpha}_{pm[current_datetime_utc]:%%Y-%%m-%%d}.ipynb' -p alpha 0.6",
      "  platen papermill in.ipynb out.ipynb --from 'Plots' --skip-tag slow",
      "",
      "Exit codes: 0 clean, 1 the notebook's code failed or an input is wrong, 2 the command line is wrong,",
      "130 interrupted, 138 the kernel was lost. docs/papermill.md has every option, and what differs."
    })
final class PapermillCommand extends PlatenCommand {
  /** What papermill gives for everything that isn't the command line or a dead kernel. */
  private static final int FAILED = 1;

  @picocli.CommandLine.Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NOTEBOOK_PATH",
      description = "The notebook to run.")
  private @Nullable String notebook;

  @picocli.CommandLine.Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OUTPUT_PATH",
      description = "The notebook to write.")
  private @Nullable String output;

  @Option(
      names = "--help-notebook",
      description = "Show the parameters that the notebook declares, and run nothing.")
  private boolean helpNotebook;

  @Mixin private PapermillFlags parameters = new PapermillFlags();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "Taken for papermill's sake; 'nbclient' is the only name there is.")
  private @Nullable String engine;

  @Option(
      names = "--request-save-on-cell-execute",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Save the notebook as cells begin and end, for those who look at it (default).")
  private boolean savesAtCells;

  @Option(
      names = "--autosave-cell-every",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Save it so often while a cell runs; 0 = never (default: 30).")
  private int autosave;

  private boolean prepareOnly;

  @Option(
      names = {"-k", "--kernel"},
      paramLabel = "NAME",
      description = "Another kernel than the notebook's.")
  private @Nullable String kernel;

  @Option(
      names = {"-l", "--language"},
      paramLabel = "NAME",
      description = "The language in which parameters are written.")
  private @Nullable String language;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "The kernel's working folder (default: the current one).")
  private @Nullable Path cwd;

  @Option(
      names = "--progress-bar",
      negatable = true,
      fallbackValue = "true",
      description = "Show how far it is (default, unless the output is logged or goes to '-').")
  private @Nullable Boolean progressBar;

  @Option(
      names = "--log-output",
      negatable = true,
      fallbackValue = "true",
      description = "Show what the notebook prints, as it comes.")
  private boolean logOutput;

  @Option(
      names = "--stdout-file",
      paramLabel = "FILE",
      description = "Write what it prints on standard output into this file, as it comes.")
  private @Nullable String stdoutFile;

  @Option(names = "--stderr-file", paramLabel = "FILE", description = "The same of standard error.")
  private @Nullable String stderrFile;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "INFO",
      description = "NOTSET, DEBUG, INFO, WARNING, ERROR or CRITICAL (default: INFO).")
  private PapermillLog.Level logLevel = PapermillLog.Level.INFO;

  @Option(
      names = {"--start-timeout", "--start_timeout"},
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long the kernel may take to start (default: 60).")
  private int startTimeout;

  @Option(
      names = "--execution-timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Stop when one cell takes this long; 0 or less = never (default).")
  private int executionTimeout;

  @Option(
      names = "--report-mode",
      negatable = true,
      fallbackValue = "true",
      description = "Hide the code cells' sources.")
  private boolean reportMode;

  @Mixin private SecretFlags secrets = new SecretFlags();

  @Mixin private SelectionFlags selection = new SelectionFlags();

  PapermillCommand(Commands.Context context) {
    super(context);
  }

  /** Of this and the next the last one counts. */
  @Option(names = "--prepare-only", description = "Inject the parameters and run nothing.")
  void prepareOnly(boolean isGiven) {
    prepareOnly |= isGiven;
  }

  @Option(names = "--prepare-execute", description = "Inject the parameters and run (default).")
  void prepareExecute(boolean isGiven) {
    prepareOnly &= !isGiven;
  }

  @Override
  int exitCode(Fault fault) {
    return switch (fault.kind()) {
      case USAGE, INTERNAL, INTERRUPTED, KERNEL_LOST -> fault.kind().exitCode();
      default -> FAILED;
    };
  }

  @Override
  int execute(Terminal terminal) throws InterruptedException {
    int exitCode = run(terminal);
    if (exitCode == 0) {
      // Here, so that it is papermill's exit code.
      terminal.checkDelivered();
    }
    return exitCode;
  }

  private int run(Terminal terminal) throws InterruptedException {
    PapermillPaths paths =
        PapermillPaths.of(notebook, output, StandardStreams.ofProcess(), helpNotebook);
    checkEngine();
    Places places = new Places(context().env(), context().clock());
    PapermillLog log = new PapermillLog(terminal, level(paths.toStandardOutput()));
    Parameters given = parameters.parameters().merged(paths, places, log);
    if (helpNotebook) {
      return new NotebookHelp(terminal, log, places, context().clock())
          .print(
              "Usage: platen papermill [OPTIONS] NOTEBOOK_PATH [OUTPUT_PATH]",
              paths.input(),
              given,
              Optional.ofNullable(kernel),
              Optional.ofNullable(language));
    }
    return new PapermillRun(
            terminal,
            log,
            places,
            context().env(),
            context().clock(),
            settings(paths.toStandardOutput()))
        .run(paths, given, context().cancellation());
  }

  private PapermillLog.Level level(boolean toStandardOutput) {
    boolean quiet = verbosity() == Verbosity.QUIET;
    return quiet || (toStandardOutput && !helpNotebook && logLevel == PapermillLog.Level.INFO)
        ? PapermillLog.Level.ERROR
        : logLevel;
  }

  private PapermillRun.Settings settings(boolean toStandardOutput) {
    boolean showsProgress = progressBar == null ? !logOutput && !toStandardOutput : progressBar;
    return new PapermillRun.Settings(
        Optional.ofNullable(kernel),
        Optional.ofNullable(language),
        Optional.ofNullable(cwd),
        Optional.of(Duration.ofSeconds(executionTimeout)).filter(t -> executionTimeout > 0),
        StartTimeout.of("--start-timeout", startTimeout),
        selection.selection(),
        new SavePlan(savesAtCells, Duration.ofSeconds(Math.max(0, autosave))),
        prepareOnly,
        reportMode,
        secrets.secrets(context().env()),
        showsProgress && verbosity() != Verbosity.QUIET,
        logOutput,
        Optional.ofNullable(stdoutFile),
        Optional.ofNullable(stderrFile));
  }

  private void checkEngine() {
    if (engine != null && !engine.equals("nbclient")) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "no engine named '" + engine + "' found")
          .where("--engine " + engine)
          .found("engines are Python packages for papermill itself")
          .mend("leave --engine out; --kernel chooses where the code runs");
    }
  }
}
