package dev.platen.study.ledger;

import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.run.provenance.FileRecord;
import dev.platen.run.provenance.InputFiles;
import dev.platen.run.provenance.ProjectScope;
import dev.platen.study.ledger.Verdict.Kind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Compares the files that a study declares with those that it declared for a run. */
final class DeclaredComparison {
  private record Question(DeclaredInputs inputs, ProjectScope scope) {}

  private final FileComparison files;
  private final Map<Question, Set<String>> named = new ConcurrentHashMap<>();

  DeclaredComparison(FileComparison files) {
    this.files = files;
  }

  /**
   * A verdict on every declared file; none when nothing is declared any more.
   *
   * @param scope its run folder stands for all runs beside it
   */
  List<Verdict> verdicts(RunInputs was, DeclaredInputs now, ProjectScope scope) {
    if (now.patterns().isEmpty()) {
      return List.of();
    }
    Set<String> present =
        named.computeIfAbsent(
            new Question(now, scope), q -> InputFiles.named(q.inputs(), q.scope()).keySet());
    Map<String, FileRecord> recorded = new HashMap<>();
    was.declared().ifPresent(d -> d.files().forEach(file -> recorded.put(file.path(), file)));
    Set<String> seen = seen(was);
    List<Verdict> verdicts = new ArrayList<>();
    for (String name : present) {
      FileRecord file = recorded.remove(name);
      if (file != null) {
        verdicts.add(files.compare(Kind.DECLARED, scope.root(), file));
      } else if (!seen.contains(name)) {
        verdicts.add(unrecorded(name, was, now));
      }
    }
    boolean stillDeclared =
        was.declared().isPresent()
            && !Collections.disjoint(was.declared().get().patterns(), now.patterns());
    recorded.values().stream()
        .filter(file -> stillDeclared && isGone(scope.root(), file.path()))
        .sorted((a, b) -> a.path().compareTo(b.path()))
        .forEach(file -> verdicts.add(files.compare(Kind.DECLARED, scope.root(), file)));
    return verdicts;
  }

  /** The files that are compared anyway, since the kernel told of them. */
  private static Set<String> seen(RunInputs was) {
    Set<String> seen = new HashSet<>();
    was.python()
        .ifPresent(
            python -> {
              python.imported().forEach(file -> seen.add(file.path()));
              python.read().forEach(file -> seen.add(file.path()));
            });
    return seen;
  }

  private static Verdict unrecorded(String name, RunInputs was, DeclaredInputs now) {
    boolean wasSoughtFor =
        was.declared().filter(d -> d.patterns().containsAll(now.patterns())).isPresent();
    return wasSoughtFor
        ? Verdict.changed(Kind.DECLARED, name, "", "is new")
        : Verdict.unknown(Kind.DECLARED, name, "it wasn't declared for this run");
  }

  private static boolean isGone(Path root, String name) {
    try {
      return Files.notExists(root.resolve(name));
    } catch (InvalidPathException e) {
      return true;
    }
  }
}
