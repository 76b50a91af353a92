package dev.platen.cli.papermill;

import dev.platen.cli.output.FileRunSummary;
import dev.platen.cli.output.PapermillLog;
import dev.platen.cli.output.PapermillProgress;
import dev.platen.cli.output.Terminal;
import dev.platen.execute.Cancellation;
import dev.platen.execute.ExecutionListener;
import dev.platen.execute.ExecutionOptions;
import dev.platen.execute.Listeners;
import dev.platen.kernel.Secrets;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.format.BuiltIns;
import dev.platen.parameter.format.PathTemplate;
import dev.platen.run.CellSelection;
import dev.platen.run.KernelChoice;
import dev.platen.run.Runner;
import dev.platen.run.StaleOutputs;
import dev.platen.run.Template;
import dev.platen.run.file.FileRun;
import dev.platen.run.file.FileRunRequest;
import dev.platen.run.file.NotebookTarget;
import dev.platen.run.file.SavePlan;
import dev.platen.storage.PlaceText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** One notebook through papermill's steps. */
public final class PapermillRun {
  /**
   * What the options say.
   *
   * @param cwd the kernel's working folder; empty = Platen's own
   * @param stdoutFile takes what the notebook prints, as it comes
   */
  public record Settings(
      Optional<String> kernel,
      Optional<String> language,
      Optional<Path> cwd,
      Optional<Duration> cellTimeout,
      Duration startTimeout,
      CellSelection selection,
      SavePlan saves,
      boolean prepareOnly,
      boolean hidesCode,
      Secrets secrets,
      boolean showsProgress,
      boolean logsOutput,
      Optional<String> stdoutFile,
      Optional<String> stderrFile) {}

  /** The notebook is whole, a file of what it printed isn't. */
  private static final int COPY_FAILED = 1;

  private final Terminal terminal;
  private final PapermillLog log;
  private final Places places;
  private final Map<String, String> env;
  private final Clock clock;
  private final Settings settings;

  public PapermillRun(
      Terminal terminal,
      PapermillLog log,
      Places places,
      Map<String, String> env,
      Clock clock,
      Settings settings) {
    this.terminal = terminal;
    this.log = log;
    this.places = places;
    this.env = env;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Does it.
   *
   * @param given as the command line has them, their fields not filled
   * @return the exit code
   */
  public int run(PapermillPaths given, Parameters parameters, Supplier<Cancellation> cancellation)
      throws InterruptedException {
    Runner.checkSecrets(parameters, settings.secrets());
    PathTemplate fields = fields(parameters, clock);
    PapermillPaths paths =
        new PapermillPaths(fields.fill(given.input()), fields.fill(given.output()));
    log.info("Input Notebook:  " + PlaceText.shown(paths.input()));
    log.info("Output Notebook: " + PlaceText.shown(paths.output()));
    settings.cwd().ifPresent(dir -> log.info("Working directory: " + dir));
    Path workingDir = settings.cwd().orElse(Path.of("")).toAbsolutePath();
    Runner.checkWorkingDir(workingDir);
    Template template = places.template(paths.input());
    Set<String> leftOut =
        settings.selection().leftOut(template.notebook(), Places.name(paths.input()));
    settings.selection().note(template.notebook(), leftOut).ifPresent(log::info);
    warnOfName(paths.output());
    Notebook prepared =
        new Preparation(template, settings.kernel(), settings.language(), log)
            .of(parameters, settings.hidesCode(), paths, env);
    if (settings.prepareOnly()) {
      try (NotebookTarget target = places.target(paths.output(), terminal, clock)) {
        target.finish(Preparation.unexecuted(prepared, !parameters.isEmpty()));
      }
      return 0;
    }
    KernelChoice choice = KernelChoice.of(template, settings.kernel(), env);
    choice.standsInFor().ifPresent(log::warning);
    FileRunRequest request =
        new FileRunRequest(
            StaleOutputs.remove(prepared, leftOut),
            choice.spec(),
            workingDir,
            ExecutionOptions.DEFAULT
                .withTimeouts(settings.cellTimeout(), Optional.empty())
                .withLeftOut(leftOut),
            settings.startTimeout(),
            settings.saves(),
            true);
    StreamFiles files = new StreamFiles(settings.stdoutFile(), settings.stderrFile(), terminal);
    files.check(paths);
    try (NotebookTarget target = places.target(paths.output(), terminal, clock)) {
      FileRun.Result result = execute(request, target, files, cancellation.get());
      int exitCode = new FileRunSummary(terminal, PlaceText.shown(paths.output())).print(result);
      files.faults().forEach(fault -> terminal.error(fault.describe()));
      return exitCode == 0 && !files.faults().isEmpty() ? COPY_FAILED : exitCode;
    }
  }

  static PathTemplate fields(Parameters parameters, Clock clock) {
    return new PathTemplate(
        parameters,
        new BuiltIns(UUID.randomUUID().toString(), clock.instant(), ZoneId.systemDefault()));
  }

  private void warnOfName(String output) {
    if (!output.equals(PapermillPaths.STANDARD)
        && !PlaceText.fileName(output).matches("(?s).*\\.(ipynb|json)")) {
      log.warning("the output isn't called .ipynb: " + PlaceText.shown(output));
    }
  }

  private FileRun.Result execute(
      FileRunRequest request, NotebookTarget target, StreamFiles files, Cancellation cancellation)
      throws InterruptedException {
    List<ExecutionListener> listeners = new ArrayList<>(files.listeners());
    List<Runnable> endings = new ArrayList<>();
    if (settings.logsOutput()) {
      listeners.add(log.ofOutputs());
    }
    endings.add(files::close);
    if (settings.showsProgress()) {
      PapermillProgress progress =
          new PapermillProgress(terminal, request.notebook().cells().size(), clock);
      listeners.add(progress);
      endings.add(progress::close);
    }
    try {
      return new FileRun(request, target, clock)
          .run(
              new LocalKernels(clock, settings.secrets()),
              new Listeners(listeners),
              cancellation,
              () -> log.info("Executing notebook with kernel: " + request.kernel().name()),
              log::warning,
              log::kernelWrote);
    } finally {
      endings.forEach(Runnable::run);
    }
  }
}
