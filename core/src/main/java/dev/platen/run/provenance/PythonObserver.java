package dev.platen.run.provenance;

import dev.platen.execute.SilentEvaluation;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.message.KernelInfoReply;
import dev.platen.resource.ResourceText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns from a Python kernel itself what a run imported and read: from its table of modules and
 * from an audit hook, set before the first cell. Nothing of it can be seen in the notebook.
 *
 * <p>With a snapshot, modules of the project are compiled from their copies, and are in all else
 * what they would be. Processes that the notebook starts import modules from where they lie, unless
 * they are forks of the kernel.
 *
 * <p>Unseen are files that native code opens by itself (as of HDF5 and Arrow), and what other
 * processes read.
 *
 * @see <a href="https://docs.python.org/3/library/sys.html#sys.addaudithook">sys.addaudithook</a>
 */
public final class PythonObserver {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Expressions alone: code would pass through the notebook's namespace and leave it changed. */
  private static final String NO_CODE = "";

  private static final String NAME = "platen";

  private static final String NAMESPACE = "{'__builtins__': dict(__import__('builtins').__dict__)}";

  /** Python leaves frames of this file out of the tracebacks of modules that fail. */
  private static final String MACHINERY = "'<frozen importlib._bootstrap_external>'";

  private static final String COLLECT =
      "(lambda answer: __import__('sys').audit('dev.platen.observed', answer) or answer[0])([])";

  private static final String OBSERVE = source("observe.py");
  private static final String SNAPSHOT = source("snapshot.py");

  private final SilentEvaluation kernel;

  private PythonObserver(SilentEvaluation kernel) {
    this.kernel = kernel;
  }

  /**
   * Begins to observe; call before the first cell.
   *
   * @param snapshot from which the project's modules are imported; empty = from where they lie
   * @return empty for other kernels than ipykernel, and for one that doesn't let itself be observed
   */
  public static Optional<PythonObserver> install(
      KernelInfoReply info, SilentEvaluation kernel, Optional<ProjectSnapshot> snapshot)
      throws InterruptedException {
    if (!info.implementation().equals("ipython")
        || !info.languageInfo().text("name").equals("python")) {
      return Optional.empty();
    }
    return value(kernel, installation(snapshot)).map(none -> new PythonObserver(kernel));
  }

  /**
   * Says what was observed; call after the last cell that ran, however it ended, but only while the
   * kernel lives. Hashes the files, at most 1 GiB of them.
   *
   * @return empty when the kernel doesn't answer
   */
  public Optional<PythonObservation> collect(ProjectScope scope, ProvenanceMemory memory)
      throws InterruptedException {
    return value(kernel, COLLECT)
        .flatMap(PythonObserver::decode)
        .map(report -> PythonObservation.of(report, scope, memory));
  }

  /** Python's {@code repr} of the expression's value; empty when it failed. */
  private static Optional<String> value(SilentEvaluation kernel, String expression)
      throws InterruptedException {
    return kernel
        .evaluate(NO_CODE, Map.of(NAME, expression), TIMEOUT)
        .map(values -> values.object(NAME))
        .filter(value -> value.text("status").equals("ok"))
        .map(value -> value.object("data").text("text/plain"));
  }

  /** Takes base64 in quotes, which no setting of the notebook's formatters breaks. */
  private static Optional<PythonReport> decode(String repr) {
    try {
      byte[] json = Base64.getDecoder().decode(repr.replace("'", ""));
      return JsonReader.read(json) instanceof JsonObject report
          ? Optional.of(PythonReport.parse(report))
          : Optional.empty();
    } catch (IllegalArgumentException | JsonSyntaxException e) {
      // The user has taken over how Python shows text; there is nothing to learn.
      return Optional.empty();
    }
  }

  private static String installation(Optional<ProjectSnapshot> snapshot) {
    return snapshot.isEmpty()
        ? "exec(" + OBSERVE + ", " + NAMESPACE + ")"
        : "(lambda names: exec(%s, names) or exec(compile(%s, %s, 'exec'), names))({**%s, **%s})"
            .formatted(OBSERVE, SNAPSHOT, MACHINERY, NAMESPACE, literal(names(snapshot.get())));
  }

  private static JsonObject names(ProjectSnapshot snapshot) {
    List<String> roots =
        ProjectScope.bothNames(snapshot.root()).stream().map(Path::toString).toList();
    return JsonObject.build(
        o -> o.put("ROOTS", JsonArray.ofStrings(roots)).put("COPY", snapshot.copy().toString()));
  }

  private static String source(String resource) {
    return literal(new JsonString(ResourceText.beside(PythonObserver.class, resource)));
  }

  /** JSON's text, lists and maps of text are Python's, too. */
  private static String literal(JsonValue value) {
    return JsonWriter.compactText(value);
  }
}
