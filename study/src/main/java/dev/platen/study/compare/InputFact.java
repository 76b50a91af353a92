package dev.platen.study.compare;

import dev.platen.run.provenance.FileRecord;
import dev.platen.study.ledger.RunInputs;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a run depended on beside its parameters, in words that are the same if the thing
 * is.
 *
 * @param kind {@code template}, {@code cell}, {@code code}, {@code data}, {@code package} or {@code
 *     environment}
 * @param name such as a file's path, or a package
 * @param value such as the beginning of the file's hash, or a version
 */
record InputFact(String kind, String name, String value) {
  private static final int HASH = 12;

  /** All that a run says of its inputs. */
  static List<InputFact> of(RunInputs inputs) {
    List<InputFact> facts = new ArrayList<>();
    add(facts, "template", "code of the template", hash(inputs.codeSha256()));
    add(facts, "environment", "project folder", inputs.projectRoot());
    inputs
        .kernel()
        .ifPresent(
            kernel -> {
              add(facts, "environment", "kernel", kernel.name());
              add(facts, "environment", "how the kernel is started", hash(kernel.specSha256()));
            });
    inputs
        .python()
        .ifPresent(
            python -> {
              add(facts, "environment", "Python", python.version());
              add(facts, "environment", "Python’s folder", python.prefix());
              python
                  .usedPackages()
                  .ifPresent(all -> all.forEach((name, v) -> add(facts, "package", name, v)));
              python.imported().forEach(file -> facts.add(code(file)));
              python.read().forEach(file -> add(facts, "data", file.path(), content(file)));
            });
    inputs
        .declared()
        .ifPresent(d -> d.files().forEach(f -> add(facts, "data", f.path(), content(f))));
    return facts.stream().distinct().toList();
  }

  /** A file of the project that the run imported. */
  static InputFact code(FileRecord file) {
    return new InputFact(
        "code",
        ShortText.of(file.path(), ShortText.DATA),
        ShortText.of(content(file), ShortText.CELL));
  }

  private static void add(List<InputFact> facts, String kind, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(
          new InputFact(
              kind, ShortText.of(name, ShortText.DATA), ShortText.of(value, ShortText.CELL)));
    }
  }

  private static String content(FileRecord file) {
    return file.sha256()
        .map(InputFact::hash)
        .orElseGet(
            () ->
                file.bytes() < 0
                    ? "not there"
                    : file.bytes() + " bytes" + file.modified().map(t -> ", " + t).orElse(""));
  }

  private static String hash(String hash) {
    return hash.length() > HASH ? hash.substring(0, HASH) : hash;
  }
}
