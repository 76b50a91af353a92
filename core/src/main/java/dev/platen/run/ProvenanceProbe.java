package dev.platen.run;

import dev.platen.execute.SilentEvaluation;
import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.run.provenance.GitState;
import dev.platen.run.provenance.Host;
import dev.platen.run.provenance.InputFiles;
import dev.platen.run.provenance.KernelRecord;
import dev.platen.run.provenance.ProjectScope;
import dev.platen.run.provenance.ProjectSnapshot;
import dev.platen.run.provenance.Provenance;
import dev.platen.run.provenance.ProvenanceMemory;
import dev.platen.run.provenance.PythonObservation;
import dev.platen.run.provenance.PythonObserver;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Gathers one run's provenance while it goes on: git and the machine beside the kernel's start,
 * Python's part from it.
 */
final class ProvenanceProbe {
  private final RunRequest request;
  private final Path runFolder;
  private final ProvenanceMemory memory;
  private final Clock clock;
  private final FutureTask<Optional<GitState>> git;
  private final FutureTask<Host> host;
  private final Optional<FutureTask<InputFiles>> inputs;
  private Optional<KernelRecord> kernel = Optional.empty();
  private Optional<PythonObserver> observer = Optional.empty();
  private Optional<PythonObservation> python = Optional.empty();

  private ProvenanceProbe(
      RunRequest request, RunFolder folder, ProvenanceMemory memory, Clock clock) {
    this.request = request;
    this.runFolder = folder.path();
    this.memory = memory;
    this.clock = clock;
    this.git = beside(() -> GitState.of(request.template().dir()));
    this.host = beside(Host::current);
    this.inputs =
        request.inputs().patterns().isEmpty()
            ? Optional.empty()
            : Optional.of(beside(() -> InputFiles.now(request.inputs(), scope(), memory.hasher())));
  }

  static ProvenanceProbe start(
      RunRequest request, RunFolder folder, ProvenanceMemory memory, Clock clock) {
    return new ProvenanceProbe(request, folder, memory, clock);
  }

  private static <T> FutureTask<T> beside(Callable<T> question) {
    FutureTask<T> task = new FutureTask<>(question);
    Thread thread = new Thread(task, "provenance");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Call when the kernel has started, before the first cell. */
  void observe(KernelClient client, KernelSpec spec) throws InterruptedException {
    kernel = Optional.of(KernelRecord.of(spec, client.info()));
    observer =
        PythonObserver.install(
            client.info(), new SilentEvaluation(client, clock), request.snapshot());
    if (inputs.isPresent()) {
      // They are to be known as they were before the first cell.
      answer(inputs.get());
    }
  }

  /** Call after the last cell, while the kernel lives. */
  void collect() throws InterruptedException {
    if (observer.isPresent()) {
      python = observer.get().collect(scope(), memory);
    }
  }

  JsonObject toJson() throws InterruptedException {
    Template template = request.template();
    return new Provenance(
            new Provenance.Template(
                scope().name(template.path()),
                template.sha256(),
                template.codeSha256(request.execution().leftOut())),
            scope(),
            request.workingDir(),
            answer(git),
            kernel,
            python,
            inputFiles(),
            snapshot(),
            answer(host),
            PlatenVersion.current())
        .toJson();
  }

  private Optional<InputFiles> inputFiles() throws InterruptedException {
    return inputs.isEmpty()
        ? Optional.empty()
        : Optional.of(answer(inputs.get()).comparedWithNow(scope()));
  }

  private Optional<ProjectSnapshot> snapshot() {
    return observer.isPresent()
        ? request.snapshot()
        : request.snapshot().map(s -> s.with("the kernel imported nothing from it"));
  }

  private ProjectScope scope() throws InterruptedException {
    return ProjectScope.of(request.template().dir(), answer(git), runFolder);
  }

  private static <T> T answer(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a question about provenance failed", e.getCause());
    }
  }
}
