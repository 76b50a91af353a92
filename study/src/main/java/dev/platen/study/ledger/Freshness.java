package dev.platen.study.ledger;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.run.provenance.FileHasher;
import dev.platen.run.provenance.FileRecord;
import dev.platen.run.provenance.ProjectScope;
import dev.platen.study.ledger.Verdict.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether past runs still stand for what would be run now. What runs have in common is looked at
 * once, and answered as it was then: use a new one for a new plan. Safe for any thread.
 */
public final class Freshness {
  /** Why something can't be compared that newer runs tell. */
  static final String UNRECORDED =
      "not recorded: by an older Platen, or in a run that was cut short";

  private static final String UNOBSERVED = "what it imported and read";

  private record Shared(RunInputs was, Expectation now, Path outDir) {}

  private final FileComparison files;
  private final DeclaredComparison declared;
  private final PythonComparison python = new PythonComparison();
  private final Map<Shared, List<Verdict>> shared = new ConcurrentHashMap<>();

  /**
   * Compares with what is there from now on.
   *
   * @param hasher shared with whoever else hashes the project's files
   */
  public Freshness(FileHasher hasher) {
    files = new FileComparison(hasher);
    declared = new DeclaredComparison(files);
  }

  /**
   * A verdict on every input of a run; or on its seal alone, when there is none or it is broken.
   * What became of the run doesn't count: a failed one can be as fresh as any other.
   */
  public List<Verdict> check(PastRun run, Expectation now) {
    if (!run.sealed()) {
      return List.of(Verdict.changed(Kind.SEAL, "seal", "", "it was never finished"));
    }
    if (!run.sealIssue().isEmpty()) {
      String why = "its seal is broken: " + run.sealIssue();
      return List.of(Verdict.changed(Kind.SEAL, "seal", "whole", why));
    }
    List<Verdict> verdicts = parameters(run.parameters(), now.effective());
    Path outDir = run.folder().path().resolveSibling("");
    verdicts.addAll(
        shared.computeIfAbsent(
            new Shared(run.inputs(), now.with(Parameters.EMPTY), outDir), this::compare));
    return verdicts;
  }

  private static List<Verdict> parameters(Parameters was, Parameters is) {
    Set<String> names = new LinkedHashSet<>(is.values().keySet());
    names.addAll(was.values().keySet());
    List<Verdict> verdicts = new ArrayList<>();
    for (String name : names) {
      verdicts.add(
          Verdict.compared(Kind.PARAMETER, name, words(was.value(name)), words(is.value(name))));
    }
    return verdicts;
  }

  private static String words(Optional<ParameterValue> value) {
    return value.map(v -> v.kind().word() + " " + v.display()).orElse("");
  }

  private List<Verdict> compare(Shared question) {
    RunInputs was = question.was();
    Expectation now = question.now();
    Path root = root(was, now.template());
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(code(was, now));
    verdicts.add(kernel(was.kernel(), now.kernel()));
    if (was.python().isPresent()) {
      RunInputs.Python told = was.python().get();
      verdicts.addAll(python.python(told, now.kernel()));
      verdicts.addAll(python.packages(told));
      add(verdicts, Kind.IMPORTED, root, told.imported());
      add(verdicts, Kind.READ, root, told.read());
    } else if (was.kernel().filter(RunInputs.Kernel::observed).isPresent()) {
      verdicts.add(Verdict.unknown(Kind.READ, UNOBSERVED, "the kernel didn't tell"));
    }
    ProjectScope scope = new ProjectScope(root, question.outDir().resolve("run"));
    verdicts.addAll(declared.verdicts(was, now.inputs(), scope));
    return List.copyOf(verdicts);
  }

  private void add(List<Verdict> verdicts, Kind kind, Path root, List<FileRecord> records) {
    records.forEach(file -> verdicts.add(files.compare(kind, root, file)));
  }

  private static Verdict code(RunInputs was, Expectation now) {
    return was.codeSha256().isEmpty()
        ? Verdict.unknown(Kind.TEMPLATE, "template", UNRECORDED)
        : Verdict.compared(
            Kind.TEMPLATE,
            "template",
            FileComparison.shortened(was.codeSha256()),
            FileComparison.shortened(now.codeSha256()));
  }

  private static Verdict kernel(Optional<RunInputs.Kernel> was, Optional<Expectation.Kernel> now) {
    if (was.isEmpty()) {
      return Verdict.unknown(Kind.KERNEL, "kernel", "none had started");
    }
    String name = "kernel " + was.get().name();
    if (now.isEmpty()) {
      return Verdict.missing(Kind.KERNEL, name, was.get().name());
    }
    return was.get().specSha256().isEmpty()
        ? Verdict.unknown(Kind.KERNEL, name, UNRECORDED)
        : Verdict.compared(
            Kind.KERNEL,
            name,
            FileComparison.shortened(was.get().specSha256()),
            FileComparison.shortened(now.get().specSha256()));
  }

  /** Where the project lies now: a whole project can be moved, its runs with it. */
  private static Path root(RunInputs was, Path template) {
    try {
      Path name = Path.of(was.templatePath());
      Path root = Path.of(was.projectRoot());
      if (name.isAbsolute() || !template.endsWith(name)) {
        return root;
      }
      Path now = template;
      for (int i = 0; i < name.getNameCount() && now != null; i++) {
        now = now.getParent();
      }
      return now == null ? root : now;
    } catch (InvalidPathException e) {
      return template.resolveSibling("");
    }
  }
}
