package dev.platen.study.spec;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.read.Place;
import dev.platen.parameter.read.YamlDocument;
import dev.platen.parameter.read.YamlValue;
import dev.platen.run.Template;
import dev.platen.storage.StorageFaults;
import dev.platen.study.trial.Space;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a study file: YAML whose words mean what they mean on the command line. Everything that is
 * wrong with it, and with a table that it names, is reported at once.
 */
public final class StudyReader {
  static final List<String> KEYS =
      List.of(
          "template",
          "parameters",
          "vary",
          "together",
          "sample",
          "where",
          "repeat",
          "seed",
          "record",
          "goal",
          "race",
          "interval",
          "inputs",
          "run",
          "report",
          "notify");

  private final Issues issues;

  private StudyReader(Issues issues) {
    this.issues = issues;
  }

  /**
   * Loads a file and its template.
   *
   * @throws Fault {@code STUDY_INVALID} with all issues; {@code STORAGE_…} if it can't be read;
   *     what {@link Template#read} throws
   */
  public static LoadedStudy load(Path file) {
    try {
      Path dir = file.toAbsolutePath().normalize().resolveSibling("");
      return load(Files.readString(file), file.toString(), dir);
    } catch (MalformedInputException e) {
      throw Fault.of(FaultKind.STUDY_INVALID, "the study file is no UTF-8 text")
          .where(file.toString())
          .found("bytes that are no letters")
          .mend("save it as UTF-8")
          .cause(e);
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }

  /**
   * Loads a study from its text, with its template: names are known to it, values have its types.
   *
   * @param source what the text is called in issues
   * @param dir the folder to which paths are relative
   * @throws Fault as {@link #read}, and what {@link Template#read} throws
   */
  public static LoadedStudy load(String text, String source, Path dir) {
    StudyReader reader = new StudyReader(Issues.of(source, text));
    Section study = reader.root(text);
    Optional<Template> template = reader.loaded(study, dir);
    StudySpec spec = reader.study(study, dir, template);
    return new LoadedStudy(spec, template.orElseThrow(), dir, text);
  }

  /**
   * Reads a study's text without its template.
   *
   * @param source what the text is called in issues
   * @param dir the folder to which a table's path is relative
   * @throws Fault {@code STUDY_INVALID} whose issues are at {@code source:line:column}, each with
   *     the line, a caret, and what to write instead
   */
  public static StudySpec read(String text, String source, Path dir) {
    StudyReader reader = new StudyReader(Issues.of(source, text));
    return reader.study(reader.root(text), dir, Optional.empty());
  }

  private Section root(String text) {
    YamlDocument document = YamlDocument.read(text);
    document.problems().forEach(each -> issues.add(each.place(), each.what(), each.mend()));
    Optional<YamlValue> root = document.root();
    if (root.isEmpty() && document.problems().isEmpty()) {
      issues.add(new Place(1, 1), "the study file is empty", "begin with template: report.ipynb");
    }
    Optional<Section> study =
        root.flatMap(
            value -> Section.of(value, "the study file", KEYS, "template: report.ipynb", issues));
    if (study.isEmpty()) {
      issues.throwIfAny();
    }
    return study.orElseThrow();
  }

  /** The template, if its name leads to one; what is wrong inside of it is a fault of its own. */
  private Optional<Template> loaded(Section study, Path dir) {
    Optional<Path> file =
        study
            .textQuietly("template")
            .filter(name -> !name.isEmpty() && name.indexOf('\0') < 0)
            .map(dir::resolve);
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      issues.add(
          study.value("template").orElseThrow().place(),
          "there is no notebook '" + file.get().getFileName() + "'",
          "write its path, relative to " + dir);
      return Optional.empty();
    }
    return file.map(Template::read);
  }

  private StudySpec study(Section study, Path dir, Optional<Template> notebook) {
    String template = template(study);
    Map<String, String> record = record(study);
    Optional<Goal> goal = study.value("goal").flatMap(this::goal);
    List<String> inputs = study.value("inputs").map(this::inputs).orElse(List.of());
    RunSettings run =
        study.value("run").map(new RunReader(issues)::read).orElse(RunSettings.DEFAULT);
    ReportSettings report =
        study.value("report").map(new ReportReader(issues)::read).orElse(ReportSettings.DEFAULT);
    boolean race = race(study, goal);
    StudySpec.Interval interval =
        study
            .word("interval", List.of("student", "bootstrap"))
            .map(word -> StudySpec.Interval.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(StudySpec.Interval.STUDENT);
    Optional<String> notice = study.text("notify");
    Space space = new SpaceReader(issues).read(study, dir, notebook);
    return new StudySpec(
        template, space, record, goal, race, interval, inputs, run, report, notice);
  }

  private Map<String, String> record(Section study) {
    study
        .entries("record")
        .forEach(
            (name, metric) -> {
              lacks(name.isBlank(), "a metric's name", metric.place());
              lacks(
                  metric.value() instanceof YamlValue.Scalar written && written.text().isBlank(),
                  "an expression",
                  metric.value().place());
            });
    return study.texts("record", "{mse: mse, r2: \"float(r2)\"}");
  }

  private void lacks(boolean isBlank, String what, Place place) {
    if (isBlank) {
      issues.add(place, "'record' lacks " + what + " here", "write it as {mse: mse}");
    }
  }

  private boolean race(Section study, Optional<Goal> goal) {
    boolean race = study.flag("race");
    if (race && goal.isEmpty()) {
      issues.add(
          study.value("race").orElseThrow().place(),
          "a race needs a 'goal'",
          "name the metric that decides: goal: {mse: min}");
    }
    return race;
  }

  private String template(Section study) {
    Optional<String> template = study.text("template");
    if (!study.has("template") || template.equals(Optional.of(""))) {
      issues.add(
          study.place(),
          "the study has no 'template'",
          "name its notebook: template: report.ipynb");
    }
    return template.orElse("");
  }

  private Optional<Goal> goal(YamlValue value) {
    String example = "{mse: min} or {r2: max}";
    Optional<YamlValue.Mapping> mapping = Shapes.mapping(value, "'goal'", example, issues);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    List<String> metrics = List.copyOf(mapping.get().entries().keySet());
    if (metrics.size() != 1) {
      issues.add(
          value.place(), "'goal' takes one metric, not " + metrics.size(), "write " + example);
      return Optional.empty();
    }
    String metric = metrics.get(0);
    return Section.of(value, "'goal'", metrics, example, issues)
        .flatMap(goal -> goal.word(metric, List.of("min", "max")))
        .map(word -> new Goal(metric, Goal.Direction.valueOf(word.toUpperCase(Locale.ROOT))));
  }

  private List<String> inputs(YamlValue value) {
    List<String> globs = new ArrayList<>();
    Shapes.list(value, "'inputs'", "[data/*.csv]", issues)
        .ifPresent(list -> list.items().forEach(item -> glob(item).ifPresent(globs::add)));
    return globs;
  }

  private Optional<String> glob(YamlValue value) {
    Optional<String> glob = Shapes.text(value, "an input", issues);
    if (glob.isPresent() && glob.get().isBlank()) {
      issues.add(value.place(), "the pattern is empty", "write a path such as data/*.csv");
      return Optional.empty();
    }
    try {
      glob.ifPresent(text -> FileSystems.getDefault().getPathMatcher("glob:" + text));
    } catch (PatternSyntaxException e) {
      issues.add(
          value.place(),
          "the pattern can't be read: " + e.getDescription(),
          "write a path in which * stands for any name, such as data/*.csv");
    }
    return glob;
  }
}
