package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.spec.ByteSize;
import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.RunSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How runs are run this time; what is given here stands over the study file's {@code run}. */
final class SweepFlags {
  private static final class OnFailure {
    @Option(names = "--fail-fast", description = "Start nothing more once a trial has failed.")
    private boolean failFast;

    @Option(names = "--keep-going", description = "Run everything whatever fails (the default).")
    private boolean keepGoing;
  }

  @Option(
      names = {"-p", "--parallel"},
      paramLabel = "N|auto",
      description = "Runs at once (default: auto, what cores and memory allow).")
  private @Nullable String parallel;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop a run after this long, such as 90s, 30m, 2h; 0 is no limit.")
  private @Nullable Duration timeout;

  @Option(
      names = "--cell-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop a run when one cell takes this long.")
  private @Nullable Duration cellTimeout;

  @Option(
      names = "--study-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop everything after this long; the same command goes on later.")
  private @Nullable Duration studyTimeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "Attempts after the first when a kernel is lost or storage refuses.")
  private @Nullable Integer retries;

  @Option(
      names = "--retry-errors",
      description = "… and when the notebook's own code fails or times out.")
  private boolean retryErrors;

  @ArgGroup private OnFailure onFailure = new OnFailure();

  @Option(
      names = "--slots",
      paramLabel = "VARIABLE=VALUES",
      description =
          "A variable of which each run at work has a value of its own: CUDA_VISIBLE_DEVICES=0,1.")
  private Map<String, String> slots = new LinkedHashMap<>();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "A variable for every kernel's environment.")
  private Map<String, String> env = new LinkedHashMap<>();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "What one run may take, such as 8GB.")
  private @Nullable String memory;

  @Option(
      names = {"-k", "--kernel"},
      paramLabel = "NAME",
      description = "Another kernel than the template's.")
  private @Nullable String kernel;

  /** The study with its runs run as the command line says. */
  LoadedStudy over(LoadedStudy study) {
    return study.withRun(over(study.spec().run()));
  }

  private RunSettings over(RunSettings file) {
    RunSettings.Limits limits = file.limits();
    Map<String, List<String>> allSlots = new LinkedHashMap<>(file.slots());
    slots.forEach((name, values) -> allSlots.put(name, List.of(values.split(","))));
    Map<String, String> allEnv = new LinkedHashMap<>(file.env());
    allEnv.putAll(env);
    return new RunSettings(
        parallel == null ? file.parallel() : runs(parallel),
        new RunSettings.Limits(
            over(cellTimeout, limits.cell()),
            over(timeout, limits.run()),
            over(studyTimeout, limits.study())),
        over(file.retries()),
        onFailure.failFast || (file.failFast() && !onFailure.keepGoing),
        allSlots,
        allEnv,
        memory == null ? file.memory() : bytes(memory),
        Optional.ofNullable(kernel).or(file::kernel));
  }

  private RunSettings.Retries over(RunSettings.Retries file) {
    int count = retries == null ? file.count() : retries;
    if (count < 0 || (retryErrors && count == 0)) {
      throw Fault.of(
              FaultKind.USAGE,
              count < 0 ? "--retries takes 0 or more" : "--retry-errors retries nothing")
          .where("the command line")
          .found(count < 0 ? String.valueOf(count) : "no --retries")
          .mend("write --retries 1");
    }
    return new RunSettings.Retries(count, retryErrors || file.errors());
  }

  private static Optional<Duration> over(@Nullable Duration given, Optional<Duration> file) {
    return given == null ? file : Optional.of(given).filter(time -> !time.isZero());
  }

  private static OptionalInt runs(String text) {
    if (text.equals("auto")) {
      return OptionalInt.empty();
    }
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw Fault.of(FaultKind.USAGE, "--parallel takes auto or a whole number")
          .where("the command line")
          .found(text)
          .mend("write auto, or how many runs there may be at once");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static OptionalLong bytes(String text) {
    OptionalLong bytes = ByteSize.read(text);
    if (bytes.isEmpty()) {
      throw Fault.of(FaultKind.USAGE, "--memory takes an amount of memory")
          .where("the command line")
          .found(text)
          .mend("write it as 512MB or 8GB");
    }
    return bytes;
  }
}
