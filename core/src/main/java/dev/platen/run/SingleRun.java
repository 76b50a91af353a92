package dev.platen.run;

import dev.platen.execute.Cancellation;
import dev.platen.execute.Execution;
import dev.platen.execute.Listeners;
import dev.platen.execute.NotebookExecutor;
import dev.platen.execute.RunStatus;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelProvider;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.notebook.Notebook;
import dev.platen.run.RunListener.Phase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One run under way. Used once. */
final class SingleRun {
  private final RunRequest request;
  private final Notebook notebook;
  private final KernelSpec spec;
  private final RunListener listener;
  private final Clock clock;
  private final Instant start;
  private final RunFolder folder;
  private final JsonObject record;
  private final RunPress press;
  private final ProvenanceProbe provenance;
  private final MetricProbe metrics;

  /** Makes the run's folder. */
  SingleRun(
      RunRequest request,
      Notebook parameterized,
      KernelSpec spec,
      RunListener listener,
      Clock clock) {
    this.request = request;
    this.spec = spec;
    this.listener = listener;
    this.clock = clock;
    this.start = clock.instant();
    String slug = Slug.of(request.parameters(), request.template().stem());
    this.folder = RunFolder.create(request.outDir(), slug);
    this.record = RunRecord.started(request, folder, spec, start);
    this.notebook = PapermillMetadata.apply(parameterized, request, folder, start);
    this.press = new RunPress(folder, request.report());
    this.provenance = ProvenanceProbe.start(request, folder, clock);
    this.metrics = new MetricProbe(request.record());
  }

  RunResult make(KernelProvider kernels, Cancellation cancellation) throws InterruptedException {
    listener.prepared(folder, spec, notebook.cells().size());
    Execution execution;
    try (JournalFile journal = JournalFile.create(folder, record, notebook, clock);
        KernelClient kernel = start(kernels, cancellation)) {
      execution = execute(kernel, journal, cancellation);
      listener.phase(Phase.WRITING);
      // The kernel takes its leave while the files are written.
      kernel.requestShutdown();
      write(execution);
    }
    listener.phase(Phase.SEALING);
    press.seal();
    return new RunResult(folder, execution, Duration.between(start, clock.instant()));
  }

  /** A kernel that doesn't start leaves a sealed run as well, which says why. */
  private KernelClient start(KernelProvider kernels, Cancellation cancellation)
      throws InterruptedException {
    listener.phase(Phase.STARTING_KERNEL);
    LaunchRequest launch =
        new LaunchRequest(
            spec, request.workingDir(), request.env(), folder.kernelLog(), request.startTimeout());
    try {
      return kernels.start(launch, cancellation::isRequested);
    } catch (Fault fault) {
      throw sealed(RunStatus.FAILED, fault);
    } catch (InterruptedException e) {
      if (!cancellation.isRequested()) {
        throw e;
      }
      throw sealed(
          RunStatus.INTERRUPTED,
          Fault.of(FaultKind.INTERRUPTED, "interrupted before the first cell")
              .where(folder.path().toString())
              .found("a kernel that was still starting; it is gone")
              .mend("run again"));
    }
  }

  private Fault sealed(RunStatus status, Fault fault) throws InterruptedException {
    Execution nothing = Execution.notStarted(notebook, status);
    Instant end = clock.instant();
    JsonObject ended = RunRecord.ended(record, nothing, end, provenance.toJson());
    press.write(RunRecord.withFault(ended, fault), nothing, start, end);
    press.seal();
    return fault;
  }

  private Execution execute(KernelClient kernel, JournalFile journal, Cancellation cancellation)
      throws InterruptedException {
    listener.phase(Phase.EXECUTING);
    provenance.observe(kernel, spec);
    Execution execution =
        new NotebookExecutor(
                kernel,
                request.execution(),
                new Listeners(List.of(journal.listener(), listener)),
                cancellation,
                clock)
            .execute(notebook);
    journal.failure().ifPresent(e -> listener.note("the journal stopped: " + e.getMessage()));
    metrics.collect(kernel, clock, cancellation, execution.status());
    metrics.errors().forEach((name, why) -> listener.note("no metric '" + name + "': " + why));
    if (execution.status() != RunStatus.KERNEL_LOST) {
      provenance.collect();
    }
    return execution;
  }

  private void write(Execution execution) throws InterruptedException {
    Instant end = clock.instant();
    JsonObject ended = RunRecord.ended(record, execution, end, provenance.toJson());
    press.write(metrics.addTo(ended), execution, start, end);
  }
}
