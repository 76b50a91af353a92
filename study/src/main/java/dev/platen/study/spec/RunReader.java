package dev.platen.study.spec;

import dev.platen.parameter.read.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads {@code run}. */
final class RunReader {
  static final List<String> KEYS =
      List.of(
          "parallel",
          "timeout",
          "cell-timeout",
          "study-timeout",
          "retries",
          "retry-errors",
          "fail-fast",
          "slots",
          "env",
          "memory",
          "kernel");
  private static final String AUTO = "auto";

  private final Issues issues;

  RunReader(Issues issues) {
    this.issues = issues;
  }

  RunSettings read(YamlValue value) {
    return Section.of(value, "'run'", KEYS, "{parallel: 2, timeout: 2h}", issues)
        .map(this::settings)
        .orElse(RunSettings.DEFAULT);
  }

  private RunSettings settings(Section run) {
    Map<String, List<String>> slots = slots(run);
    Map<String, String> env = run.texts("env", "{OMP_NUM_THREADS: 1}");
    checkVariables(run, "slots");
    checkVariables(run, "env");
    slots.keySet().stream()
        .filter(env::containsKey)
        .findFirst()
        .ifPresent(
            name ->
                issues.add(
                    run.value("env").orElseThrow().place(),
                    "'" + name + "' is in 'slots' and in 'env'",
                    "remove it from one of them"));
    OptionalInt parallel = parallel(run);
    if (parallel.isPresent()) {
      checkSlots(run, parallel.getAsInt(), slots);
    }
    return new RunSettings(
        parallel,
        new RunSettings.Limits(
            run.duration("cell-timeout"), run.duration("timeout"), run.duration("study-timeout")),
        retries(run),
        run.flag("fail-fast"),
        slots,
        env,
        memory(run),
        run.text("kernel"));
  }

  /** What a process can't have as a variable would fail only when the first kernel starts. */
  private void checkVariables(Section run, String key) {
    run.entries(key)
        .forEach(
            (name, entry) -> {
              if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
                issues.add(
                    entry.place(),
                    "'" + name + "' in '" + key + "' can't be the name of a variable",
                    "write a name such as OMP_NUM_THREADS");
              }
            });
  }

  private RunSettings.Retries retries(Section run) {
    int count = run.whole("retries", 0).orElse(RunSettings.Retries.NONE.count());
    boolean errors = run.flag("retry-errors");
    if (errors && count == 0) {
      issues.add(
          run.value("retry-errors").orElseThrow().place(),
          "'retry-errors' without 'retries' retries nothing",
          "write retries: 1 beside it");
    }
    return new RunSettings.Retries(count, errors);
  }

  private OptionalInt parallel(Section run) {
    Optional<YamlValue> value = run.value("parallel");
    if (value.isEmpty()
        || (value.get() instanceof YamlValue.Scalar word && word.text().equals(AUTO))) {
      return OptionalInt.empty();
    }
    OptionalInt number = Shapes.whole(value.get(), 1);
    if (number.isEmpty()) {
      issues.add(
          value.get().place(),
          "'parallel' takes auto or a whole number, not " + Shapes.found(value.get()),
          "write auto, or how many runs there may be at once");
    }
    return number;
  }

  private void checkSlots(Section run, int parallel, Map<String, List<String>> slots) {
    slots.forEach(
        (name, values) -> {
          if (values.size() < parallel) {
            issues.add(
                run.value("parallel").orElseThrow().place(),
                "'parallel' is "
                    + parallel
                    + ", but '"
                    + name
                    + "' has only "
                    + values.size()
                    + " slots",
                "write parallel: " + values.size() + ", or give the slots more values");
          }
        });
  }

  private Map<String, List<String>> slots(Section run) {
    String example = "{CUDA_VISIBLE_DEVICES: [0, 1]}";
    Map<String, List<String>> slots = new LinkedHashMap<>();
    run.value("slots")
        .flatMap(value -> Shapes.mapping(value, "'slots'", example, issues))
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (name, entry) ->
                            Shapes.list(entry.value(), "'" + name + "'", "[0, 1]", issues)
                                .ifPresent(list -> slots.put(name, texts(list)))));
    return slots;
  }

  private List<String> texts(YamlValue.Sequence list) {
    List<String> texts = new ArrayList<>();
    list.items().forEach(item -> Shapes.text(item, "a slot", issues).ifPresent(texts::add));
    return texts;
  }

  private OptionalLong memory(Section run) {
    Optional<YamlValue> value = run.value("memory");
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong bytes =
        value.get() instanceof YamlValue.Scalar scalar
            ? ByteSize.read(scalar.text())
            : OptionalLong.empty();
    if (bytes.isEmpty()) {
      issues.add(
          value.get().place(),
          "'memory' takes an amount of memory, not " + Shapes.found(value.get()),
          "write it as 512MB or 8GB");
    }
    return bytes;
  }
}
