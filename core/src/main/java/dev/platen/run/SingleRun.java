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
import dev.platen.kernel.KernelUsage;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernel.Secrets;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.notebook.Notebook;
import dev.platen.run.RunListener.Phase;
import dev.platen.run.provenance.ProvenanceMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One run under way. Used once. */
final class SingleRun {
  private final RunRequest request;
  private final Notebook notebook;
  private final KernelSpec spec;
  private final Secrets secrets;
  private final RunListener listener;
  private final Clock clock;
  private final Instant start;
  private final JournalFile journal;
  private final RunFolder folder;
  private final JsonObject record;
  private final RunPress press;
  private final ProvenanceProbe provenance;
  private final MetricProbe metrics;

  /**
   * A run.
   *
   * @param journal in the run's own folder, which is empty otherwise
   * @param secrets stand nowhere in the record, whoever brought them there
   */
  SingleRun(
      RunRequest request,
      Notebook parameterized,
      KernelSpec spec,
      JournalFile journal,
      RunListener listener,
      ProvenanceMemory memory,
      Secrets secrets,
      Clock clock) {
    this.request = request;
    this.secrets = secrets;
    this.spec = spec;
    this.listener = listener;
    this.clock = clock;
    this.start = clock.instant();
    this.journal = journal;
    this.folder = journal.folder();
    this.record = RunRecord.started(request, folder, spec, start);
    this.notebook = PapermillMetadata.apply(parameterized, request, folder, start);
    this.press = new RunPress(folder, memory.hasher().sha256());
    this.provenance = ProvenanceProbe.start(request, folder, memory, clock);
    this.metrics = new MetricProbe(request.record());
  }

  RunResult make(KernelProvider kernels, Cancellation cancellation) throws InterruptedException {
    listener.prepared(folder, spec, notebook.cells().size());
    journal.begin(secrets.mask(record), notebook);
    Execution execution;
    try (KernelClient kernel = start(kernels, cancellation)) {
      execution = execute(kernel, cancellation);
      listener.phase(Phase.WRITING);
      Optional<KernelUsage> usage = kernel.usage();
      // The kernel takes its leave while the files are written.
      kernel.requestShutdown();
      write(execution, usage);
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
            spec,
            request.workingDir(),
            request.env(),
            folder.kernelLog(),
            request.startTimeout(),
            request.memoryLimit());
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
    press.write(secrets.mask(RunRecord.withFault(ended, fault)), nothing, start, end);
    press.seal();
    return fault;
  }

  private Execution execute(KernelClient kernel, Cancellation cancellation)
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

  private void write(Execution execution, Optional<KernelUsage> usage) throws InterruptedException {
    Instant end = clock.instant();
    JsonObject ended = RunRecord.ended(record, execution, end, provenance.toJson());
    JsonObject complete = usage.map(u -> RunRecord.withUsage(ended, u)).orElse(ended);
    press.write(secrets.mask(metrics.addTo(complete)), execution, start, end);
  }
}
