package dev.platen.study.spec;

import dev.platen.parameter.NearestName;
import dev.platen.parameter.ParameterTags;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.read.YamlValue;
import dev.platen.run.Template;
import dev.platen.study.trial.Dimension;
import dev.platen.study.trial.Repeats;
import dev.platen.study.trial.Space;
import dev.platen.study.trial.Where;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys that say which trials there are. */
final class SpaceReader {
  private final Issues issues;
  private final Sources sources;

  SpaceReader(Issues issues) {
    this.issues = issues;
    this.sources = new Sources(issues);
  }

  /**
   * The space; throws what was collected, of other readers too, rather than make a wrong one.
   *
   * @param template the notebook, if it could be read
   */
  Space read(Section study, Path dir, Optional<Template> template) {
    Parameters fixed = fixed(study);
    List<Dimension> dimensions = new ArrayList<>(axes(study));
    Optional<YamlValue> together = study.value("together");
    Optional<Dimension> rows =
        together.flatMap(value -> new RowsReader(issues, sources).read(value, dir));
    rows.ifPresent(dimensions::add);
    study
        .value("sample")
        .flatMap(value -> new SampleReader(issues, sources).read(value))
        .ifPresent(dimensions::add);
    Repeats repeats = new RepeatsReader(issues, sources).read(study);
    boolean allNamesKnown = together.isPresent() == rows.isPresent();
    Optional<Where> where = study.value("where").flatMap(value -> where(value, allNamesKnown));
    if (sources.areDistinct()) {
      Space space = new Space(fixed, dimensions, where, repeats);
      Space typed = template.map(notebook -> typed(space, notebook)).orElse(space);
      issues.throwIfAny();
      return typed;
    }
    throw issues.fault();
  }

  /**
   * A notebook whose parameters can't be known takes all, as they are; one without a cell for them
   * takes none.
   */
  private Space typed(Space space, Template template) {
    String file = String.valueOf(template.path().getFileName());
    if (template.notebook().firstWithTag(ParameterTags.DEFAULTS).isEmpty()) {
      sources.checkKnown(List.of(), file);
      return space;
    }
    return template
        .declared()
        .map(declared -> new TemplateTypes(declared, file, sources).apply(space))
        .orElse(space);
  }

  private Parameters fixed(Section study) {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    study
        .value("parameters")
        .flatMap(value -> Shapes.mapping(value, "'parameters'", "{epochs: 60}", issues))
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (name, entry) -> {
                          YamlValue written = entry.value();
                          sources.claim(name, "'parameters'", entry.place());
                          sources.wrote(name, written.value(), written.place());
                          values.put(name, written.value());
                        }));
    return new Parameters(values);
  }

  private List<Dimension> axes(Section study) {
    List<Dimension> axes = new ArrayList<>();
    AxisReader reader = new AxisReader(issues);
    study
        .value("vary")
        .flatMap(value -> Shapes.mapping(value, "'vary'", "{hidden: [8, 16, 32]}", issues))
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (name, entry) -> {
                          sources.claim(name, "'vary'", entry.place());
                          sources.wrote(name, entry.value());
                          reader.read(name, entry.value()).ifPresent(axes::add);
                        }));
    return axes;
  }

  private Optional<Where> where(YamlValue value, boolean allNamesKnown) {
    Optional<String> expression = Shapes.text(value, "'where'", issues);
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    try {
      Where where = Where.of(expression.get(), issues.where(value.place()));
      if (allNamesKnown) {
        checkNames(where, value);
      }
      return Optional.of(where);
    } catch (IllegalArgumentException e) {
      issues.add(
          value.place(),
          "'where' is no condition: " + e.getMessage(),
          "write a condition such as hidden * layers < 200 and arch != 'mlp'");
      return Optional.empty();
    }
  }

  private void checkNames(Where where, YamlValue value) {
    List<String> known = sources.names();
    where.names().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name ->
                issues.add(
                    value.place(),
                    "'where' asks for '" + name + "', which the study doesn't set",
                    NearestName.of(name, known)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("set it under 'parameters'; text goes in quotes")));
  }
}
