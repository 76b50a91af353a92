package dev.platen.cli;

import dev.platen.cli.output.PlanText;
import dev.platen.cli.output.StudyProgress;
import dev.platen.cli.output.StudySummary;
import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.study.StudyOptions;
import dev.platen.study.StudyResult;
import dev.platen.study.StudyRunner;
import dev.platen.study.notice.ShellNotice;
import dev.platen.study.plan.PlanSummary;
import dev.platen.study.plan.Rerun;
import dev.platen.study.spec.LoadedStudy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen sweep}: a study's runs, those that are missing or stale and no others. */
@Command(
    name = "sweep",
    description = {
      "Runs a study: every trial that isn't done yet.",
      "",
      "The same command again goes on where the last one ended, whatever ended it. The last line on standard output is"
          + " the compare page's path."
    },
    footer = {
      "",
      "Examples:",
      "  platen sweep study.yaml --dry-run",
      "  platen sweep report.ipynb --vary hidden=8,16,32 --repeat 5 --seed seed --record mse=mse --goal mse=min",
      "  platen sweep report.ipynb epochs=60 --vary 'lr={log: [0.001, 0.1], steps: 5}' --parallel 2"
    })
final class SweepCommand extends PlatenCommand {
  private static final class Again {
    @Option(
        names = "--retry-failed",
        description = "Run again what failed before, though nothing changed since.")
    private boolean failed;

    @Option(names = "--rerun-all", description = "Run everything again, done or not.")
    private boolean all;
  }

  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      description = "A study file (.yaml, .yml, .json), or a template notebook.")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "name=value",
      description = "Parameters that are the same in every run; with a template.")
  private List<String> fixed = List.of();

  @Mixin private StudyFlags definition = new StudyFlags();

  @Mixin private SweepFlags flags = new SweepFlags();

  @Mixin private SecretFlags secrets = new SecretFlags();

  @ArgGroup private Again again = new Again();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "The folder that takes the runs (default: 'runs' beside the study).")
  private @Nullable Path out;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Say of every trial whether it would run, and why; run none.")
  private boolean dryRun;

  @Option(
      names = "--notify",
      paramLabel = "COMMAND",
      description = "A shell command, called at the first failure and at the end.")
  private @Nullable String notice;

  @Option(names = "--json", description = "Print the result as JSON, a line each.")
  private boolean json;

  SweepCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) throws InterruptedException {
    LoadedStudy study = flags.over(definition.study(file, fixed));
    StudyOptions options =
        new StudyOptions(StudyFlags.name(file), Optional.ofNullable(out), rerun());
    StudyRunner runner =
        new StudyRunner(
            new LocalKernels(context().clock(), secrets.secrets(context().env())),
            context().env(),
            context().clock());
    return dryRun ? plan(terminal, runner, study, options) : run(terminal, runner, study, options);
  }

  private Rerun rerun() {
    return again.all ? Rerun.ALL : again.failed ? Rerun.FAILED : Rerun.NONE;
  }

  private int plan(Terminal terminal, StudyRunner runner, LoadedStudy study, StudyOptions options) {
    PlanText text = new PlanText(terminal, json);
    PlanSummary plan = runner.plan(study, options, text::trial);
    text.summary(plan);
    return 0;
  }

  private int run(Terminal terminal, StudyRunner runner, LoadedStudy study, StudyOptions options)
      throws InterruptedException {
    StudyResult result;
    try (StudyProgress progress = new StudyProgress(terminal, context().clock());
        StudyNotices notices = new StudyNotices(progress, notice(study), options.name())) {
      result = run(runner, study, options, notices);
    }
    return new StudySummary(terminal, json).print(result);
  }

  private StudyResult run(
      StudyRunner runner, LoadedStudy study, StudyOptions options, StudyNotices notices)
      throws InterruptedException {
    try {
      StudyResult result = runner.run(study, options, notices, context().cancellation().get());
      notices.ended(result);
      return result;
    } catch (Fault fault) {
      notices.ended(fault);
      throw fault;
    }
  }

  private Optional<ShellNotice> notice(LoadedStudy study) {
    return Optional.ofNullable(notice)
        .or(() -> study.spec().notice())
        .map(command -> new ShellNotice(command, study.dir()));
  }
}
