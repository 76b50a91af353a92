package dev.platen.cli.papermill;

import dev.platen.cli.output.FileRunSummary;
import dev.platen.cli.output.Terminal;
import dev.platen.execute.Cancellation;
import dev.platen.execute.ExecutionListener;
import dev.platen.execute.ExecutionOptions;
import dev.platen.execute.ExecutionOptions.AfterError;
import dev.platen.execute.RunStatus;
import dev.platen.kernel.Secrets;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.notebook.Notebook;
import dev.platen.run.CellSelection;
import dev.platen.run.KernelChoice;
import dev.platen.run.StaleOutputs;
import dev.platen.run.Template;
import dev.platen.run.file.FileRun;
import dev.platen.run.file.FileRunRequest;
import dev.platen.run.file.NotebookTarget;
import dev.platen.run.file.SavePlan;
import dev.platen.storage.PlaceText;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One notebook executed as {@code jupyter execute} does it. */
public final class ExecuteRun {
  /**
   * What the options say.
   *
   * @param cellTimeout for each cell; empty = no limit
   * @param allowsErrors whether the cells behind a failed one run, and all is well in the end
   * @param skipTags cells with one of these aren't run
   */
  public record Settings(
      Optional<String> kernel,
      Optional<Duration> cellTimeout,
      Duration startTimeout,
      boolean allowsErrors,
      Set<String> skipTags,
      Secrets secrets) {}

  private final Terminal terminal;
  private final Places places;
  private final Map<String, String> env;
  private final Clock clock;
  private final Settings settings;

  public ExecuteRun(Terminal terminal, Map<String, String> env, Clock clock, Settings settings) {
    this.terminal = terminal;
    this.places = new Places(env, clock);
    this.env = env;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Executes it, in its own folder.
   *
   * @param output empty = it is written nowhere
   * @return the exit code
   */
  public int run(String input, Optional<String> output, Cancellation cancellation)
      throws InterruptedException {
    Template template = places.template(input);
    KernelChoice choice = KernelChoice.of(template, settings.kernel(), env);
    choice.standsInFor().ifPresent(note -> terminal.say("note: " + note));
    Set<String> leftOut =
        new CellSelection(settings.skipTags(), Set.of(), Optional.empty(), Optional.empty())
            .leftOut(template.notebook(), Places.name(input));
    Notebook notebook = StaleOutputs.remove(template.notebook(), leftOut);
    FileRunRequest request =
        new FileRunRequest(
            notebook,
            choice.spec(),
            template.dir(),
            ExecutionOptions.DEFAULT
                .withTimeouts(settings.cellTimeout(), Optional.empty())
                .withAfterError(settings.allowsErrors() ? AfterError.CONTINUE : AfterError.STOP)
                .withLeftOut(leftOut),
            settings.startTimeout(),
            SavePlan.AT_END,
            false);
    try (NotebookTarget target = target(output, template.notebook())) {
      FileRun.Result result =
          new FileRun(request, target, clock)
              .run(
                  new LocalKernels(clock, settings.secrets()),
                  ExecutionListener.NONE,
                  cancellation,
                  () -> {},
                  note -> terminal.say("note: " + note),
                  terminal::passThrough);
      output.ifPresent(place -> terminal.say("wrote " + PlaceText.shown(place)));
      boolean isAllowed =
          settings.allowsErrors() && result.execution().status() == RunStatus.FAILED;
      return isAllowed ? 0 : new FileRunSummary(terminal, Places.name(input)).print(result);
    }
  }

  private NotebookTarget target(Optional<String> output, Notebook before) {
    return output.isPresent()
        ? new PlainTarget(places.target(output.get(), terminal, clock), before)
        : new Nowhere();
  }

  private record Nowhere() implements NotebookTarget.AtEnd {
    @Override
    public void draft(Notebook notebook) {}

    @Override
    public void finish(Notebook notebook) {}
  }
}
