package dev.platen.run;

import dev.platen.execute.Cancellation;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonWriter;
import dev.platen.kernel.KernelProvider;
import dev.platen.kernel.Secrets;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.ParameterTags;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.TemplateLanguage;
import dev.platen.parameter.UnknownParameters;
import dev.platen.parameter.translate.InjectedParameters;
import dev.platen.parameter.translate.Translators;
import dev.platen.run.provenance.ProvenanceMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes runs: each a sealed folder, however it ends. Those of a study share one, which looks at
 * what they have in common only once. Safe for any thread.
 */
public final class Runner {
  private final KernelProvider kernels;
  private final Map<String, String> env;
  private final Clock clock;
  private final ProvenanceMemory memory;
  private final Set<Path> active = ConcurrentHashMap.newKeySet();

  /**
   * A runner on this machine.
   *
   * @param env Platen's environment variables, which tell where kernels are
   */
  public Runner(KernelProvider kernels, Map<String, String> env, Clock clock) {
    this.kernels = kernels;
    this.env = Map.copyOf(env);
    this.clock = clock;
    this.memory = new ProvenanceMemory(clock);
  }

  /**
   * Makes one run. Whatever becomes of it, its folder holds notebook, report and record, and is
   * sealed when this returns.
   *
   * @throws Fault if nothing could be started (then there is no folder), if the kernel didn't start
   *     (then the folder says so), or if storage refused
   * @throws InterruptedException when the thread is interrupted; no kernel is left
   */
  public RunResult run(RunRequest request, RunListener listener, Cancellation cancellation)
      throws InterruptedException {
    checkParameters(request);
    checkSecrets(request.parameters(), kernels.secrets());
    checkWorkingDir(request.workingDir());
    if (request.memoryLimit().isPresent()) {
      kernels.checkMemoryLimit();
    }
    KernelChoice choice = KernelChoice.of(request.template(), request.kernel(), env);
    choice.standsInFor().ifPresent(listener::note);
    KernelSpec spec = choice.spec();
    Notebook notebook = parameterized(request, spec);
    String slug = Slug.of(request.label(), request.parameters(), request.template().stem());
    Cancellation own = cancellation.part();
    try (JournalFile journal = JournalFile.claim(request.outDir(), slug, clock, active)) {
      StopRequests.Watch watch =
          StopRequests.in(request.outDir()).watch(journal.folder(), own::request);
      try {
        return new SingleRun(
                request, notebook, spec, journal, listener, memory, kernels.secrets(), clock)
            .make(kernels, own);
      } finally {
        watch.close();
      }
    }
  }

  /**
   * The folders of the runs that this runner is making: a view, true at every moment. {@link
   * RunRecovery} has to know them, for a process can't tell its own living runs from dead ones.
   */
  public Set<Path> active() {
    return Collections.unmodifiableSet(active);
  }

  private static void checkParameters(RunRequest request) {
    if (request.unknown() == RunRequest.Unknown.ALLOWED || request.parameters().isEmpty()) {
      return;
    }
    Template template = request.template();
    String file = String.valueOf(template.path().getFileName());
    if (template.notebook().firstWithTag(ParameterTags.DEFAULTS).isEmpty()) {
      // papermill sets them at the top, where the notebook's own assignments undo them.
      throw Fault.of(FaultKind.PARAMETER_INVALID, "no cell is tagged 'parameters'")
          .where(file)
          .found("parameters to set: " + String.join(", ", request.parameters().values().keySet()))
          .mend("tag the cell with the defaults; or set them at the top with --allow-unknown");
    }
    template
        .declared()
        .ifPresent(declared -> UnknownParameters.check(request.parameters(), declared, file));
  }

  /**
   * Looks whether a parameter would carry a secret into notebook, record and paths.
   *
   * @throws Fault {@code PARAMETER_INVALID}
   */
  public static void checkSecrets(Parameters parameters, Secrets secrets) {
    if (secrets.isEmpty()) {
      return;
    }
    for (Map.Entry<String, ParameterValue> each : parameters.values().entrySet()) {
      Optional<String> secret = secrets.heldIn(JsonWriter.compactText(each.getValue().toJson()));
      if (secret.isPresent()) {
        throw Fault.of(FaultKind.PARAMETER_INVALID, "a parameter has a secret's value")
            .where("parameter '" + each.getKey() + "'")
            .found("the secret " + secret.get())
            .mend("leave the parameter out; the code reads the variable from its environment");
      }
    }
  }

  /** A notebook that says nothing of its language speaks its kernel's. */
  private static Notebook parameterized(RunRequest request, KernelSpec spec) {
    Notebook template = request.template().notebook();
    String language = TemplateLanguage.of(template);
    Notebook injected =
        request.parameters().isEmpty()
            ? template
            : InjectedParameters.apply(
                template,
                request.parameters(),
                Translators.of(
                    language.isEmpty()
                        ? TemplateLanguage.of(spec.name(), spec.language())
                        : language));
    return StaleOutputs.remove(injected, request.execution().leftOut());
  }

  /**
   * Looks whether a kernel can be started there.
   *
   * @throws Fault {@code STORAGE_MISSING}
   */
  public static void checkWorkingDir(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "the kernel's working folder isn't there")
          .where(dir.toString())
          .found(Files.exists(dir) ? "a file" : "no such folder")
          .mend("name a folder that exists");
    }
  }
}
