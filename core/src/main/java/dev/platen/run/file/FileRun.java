package dev.platen.run.file;

import dev.platen.execute.Cancellation;
import dev.platen.execute.CellOutcome;
import dev.platen.execute.CellStatus;
import dev.platen.execute.Execution;
import dev.platen.execute.ExecutionListener;
import dev.platen.execute.Listeners;
import dev.platen.execute.NotebookExecutor;
import dev.platen.execute.RunStatus;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelProvider;
import dev.platen.kernel.LaunchRequest;
import dev.platen.notebook.Notebook;
import dev.platen.run.PapermillMetadata;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs one notebook into one file. Whatever becomes of the kernel, the notebook is written. */
public final class FileRun {
  /**
   * What became of it.
   *
   * @param notebook as it was written
   * @param execution its cells' indexes are those of the notebook as it was given
   */
  public record Result(Notebook notebook, Execution execution, Duration duration) {}

  /** As papermill: ipykernel's debugger, which nobody uses here, warns of Python's own modules. */
  private static final Map<String, String> ENV = Map.of("PYDEVD_DISABLE_FILE_VALIDATION", "1");

  private final FileRunRequest request;
  private final NotebookTarget target;
  private final Clock clock;
  private final Instant start;
  private final Notebook notebook;

  /** A run, not yet begun. */
  public FileRun(FileRunRequest request, NotebookTarget target, Clock clock) {
    this.request = request;
    this.target = target;
    this.clock = clock;
    this.start = clock.instant();
    this.notebook = PapermillMetadata.started(request.notebook(), start);
  }

  /**
   * Runs it.
   *
   * @param kernelReady told once, when the kernel answers
   * @param notes takes what the user should know, in one line each
   * @param log takes what the kernel's process itself wrote, when it has ended
   * @throws Fault if storage refused, or the kernel didn't start: then the notebook says so
   * @throws InterruptedException when the thread is interrupted; no kernel is left
   */
  public Result run(
      KernelProvider kernels,
      ExecutionListener listener,
      Cancellation cancellation,
      Runnable kernelReady,
      Consumer<String> notes,
      Consumer<String> log)
      throws InterruptedException {
    if (target.takesDrafts()) {
      target.draft(Execution.notStarted(notebook, RunStatus.RUNNING).notebook());
    }
    Path kernelLog = temporaryFile();
    try {
      Execution execution;
      try (KernelClient kernel = start(kernels, kernelLog, cancellation)) {
        kernelReady.run();
        Drafts drafts = new Drafts(target, request.saves(), clock, notes);
        execution =
            new NotebookExecutor(
                    kernel,
                    request.execution(),
                    new Listeners(List.of(target.journal(), drafts, listener)),
                    cancellation,
                    clock)
                .execute(notebook);
        kernel.requestShutdown();
        return new Result(finish(execution), execution, Duration.between(start, clock.instant()));
      }
    } finally {
      pass(kernelLog, log);
    }
  }

  private KernelClient start(KernelProvider kernels, Path log, Cancellation cancellation)
      throws InterruptedException {
    LaunchRequest launch =
        new LaunchRequest(request.kernel(), request.workingDir(), ENV, log, request.startTimeout());
    try {
      return kernels.start(launch, cancellation::isRequested);
    } catch (Fault fault) {
      throw written(
          RunStatus.FAILED,
          fault.mend("see what it wrote, above; or try 'platen kernels --check'"));
    } catch (InterruptedException e) {
      if (!cancellation.isRequested()) {
        throw e;
      }
      throw written(
          RunStatus.INTERRUPTED,
          Fault.of(FaultKind.INTERRUPTED, "interrupted before the first cell")
              .where("kernel '" + request.kernel().name() + "'")
              .found("a kernel that was still starting; it is gone")
              .mend("run again"));
    }
  }

  private Fault written(RunStatus status, Fault fault) {
    finish(Execution.notStarted(notebook, status));
    return fault;
  }

  private Notebook finish(Execution execution) {
    Notebook ended =
        PapermillMetadata.end(execution.notebook(), execution.status(), start, clock.instant());
    Optional<CellOutcome> failed =
        execution.culprit().filter(cell -> cell.status() == CellStatus.FAILED);
    Notebook marked =
        failed.isPresent() && request.marksErrors()
            ? ErrorMarkers.add(ended, failed.get().cellIndex(), failed.get().executionCount())
            : ended;
    target.finish(marked);
    return marked;
  }

  private static Path temporaryFile() {
    try {
      return Files.createTempFile("platen-kernel-", ".log");
    } catch (IOException e) {
      throw StorageFaults.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  private static void pass(Path file, Consumer<String> log) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      Files.delete(file);
      log.accept(text);
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }
}
