package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.StudyLines;
import dev.platen.study.spec.StudyReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The study file's keys as options: a study of a template without a file. What is written here is
 * put into the lines of a study file, so that one reader judges both.
 */
final class StudyFlags {
  @Option(
      names = "--vary",
      paramLabel = "NAME=VALUES",
      description =
          "Cross these values with everything else: hidden=8,16,32 or 'lr={log: [0.001, 0.1], steps: 5}'.")
  private List<String> vary = List.of();

  @Option(
      names = "--together",
      paramLabel = "ROW",
      description =
          "Values that move together: 'arch=mlp,layers=2', once for each row; or a .csv file.")
  private List<String> together = List.of();

  @Option(
      names = "--sample",
      paramLabel = "NAME=HOW",
      description = "Draw at random: trials=40, seed=1, 'wd={log-uniform: [1e-6, 1e-2]}'.")
  private List<String> sample = List.of();

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Keep trials for which it holds.")
  private @Nullable String where;

  @Option(names = "--repeat", paramLabel = "N", description = "Run every point so many times.")
  private @Nullable String repeat;

  @Option(
      names = "--seed",
      paramLabel = "NAME[=SEEDS]",
      description = "The parameter that is 0, 1, 2 … in the repeats, or these: seed=3,14,15.")
  private @Nullable String seed;

  @Option(
      names = "--record",
      paramLabel = "METRIC=EXPRESSION",
      description = "A metric: what the kernel evaluates after the last cell.")
  private List<String> record = List.of();

  @Option(
      names = "--goal",
      paramLabel = "METRIC=min|max",
      description = "The metric that tells good points from bad ones.")
  private List<String> goal = List.of();

  @Option(names = "--race", description = "Give points that are losing no further repeats.")
  private boolean race;

  @Option(
      names = "--interval",
      paramLabel = "HOW",
      description = "How a mean's interval is found: student (the default) or bootstrap.")
  private @Nullable String interval;

  @Option(
      names = "--input",
      paramLabel = "PATTERN",
      description = "More files whose change makes a finished run stale, such as 'data/*.csv'.")
  private List<String> inputs = List.of();

  @Option(names = "--title", paramLabel = "TEXT", description = "The reports' title.")
  private @Nullable String title;

  @Option(
      names = "--code",
      paramLabel = "HOW",
      description = "Code in the reports: shown, folded or hidden.")
  private @Nullable String code;

  @Option(names = "--lang", paramLabel = "LANG", description = "The reports' language, such as en.")
  private @Nullable String lang;

  @Option(
      names = "--scripts",
      paramLabel = "HOW",
      description = "The outputs' scripts run in frames (framed), not at all (none), or trusted.")
  private @Nullable String scripts;

  /** What people call the study: its file's name without the ending. */
  static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.(ipynb|ya?ml|json)$", "");
  }

  /**
   * The study that the command line defines.
   *
   * @param file a study file, which defines all by itself; or a template
   * @param fixed {@code name=value} of parameters that are the same in every run
   */
  LoadedStudy study(Path file, List<String> fixed) {
    StudyLines lines = lines(file, fixed);
    if (String.valueOf(file.getFileName()).endsWith(".ipynb")) {
      Path dir = file.toAbsolutePath().normalize().resolveSibling("");
      return StudyReader.load(lines.text(), "the command line", dir);
    }
    if (lines.count() > 1) {
      throw Fault.of(FaultKind.USAGE, "a study file says by itself what is to be run")
          .where(file.toString())
          .found("options that say it too:\n" + lines.text().lines().skip(1).toList())
          .mend("write them in the file, or name the template notebook instead of it");
    }
    return StudyReader.load(file);
  }

  /** A name that is given twice would leave nobody the wiser about its first value. */
  private static Map<String, String> pairs(String option, List<String> words) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? "" : word.substring(0, equals).strip();
      if (name.isEmpty() || pairs.put(name, word.substring(equals + 1)) != null) {
        boolean twice = !name.isEmpty();
        throw Fault.of(
                FaultKind.USAGE,
                twice ? "'" + name + "' is given twice" : "'" + word + "' is no NAME=VALUE")
            .where("the command line, " + option)
            .found(String.join(" and ", words))
            .mend(
                twice
                    ? "give all its values at once, such as --vary hidden=4,8"
                    : "write a name, an equals sign and what it is to be");
      }
    }
    return pairs;
  }

  private StudyLines lines(Path file, List<String> fixed) {
    StudyLines lines = new StudyLines();
    lines.text("template", file.toAbsolutePath().normalize().toString());
    lines.assignments("parameters", fixed);
    lines.lists("vary", pairs("--vary", vary));
    lines.rows("together", together);
    lines.values("sample", pairs("--sample", sample));
    lines.text("where", where);
    lines.value("repeat", repeat);
    lines.seed(seed);
    lines.texts("record", pairs("--record", record));
    lines.texts("goal", pairs("--goal", goal));
    lines.value("race", race ? "true" : null);
    lines.text("interval", interval);
    lines.texts("inputs", inputs);
    Map<String, String> report = new LinkedHashMap<>();
    if (title != null) {
      report.put("title", title);
    }
    if (code != null) {
      report.put("code", code);
    }
    if (lang != null) {
      report.put("lang", lang);
    }
    if (scripts != null) {
      report.put("scripts", scripts);
    }
    lines.texts("report", report);
    return lines;
  }
}
