package dev.platen.study.spec;

import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.trial.Dimension;
import dev.platen.study.trial.ListedAxis;
import dev.platen.study.trial.Repeats;
import dev.platen.study.trial.Rows;
import dev.platen.study.trial.Space;
import dev.platen.study.trial.Typed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gives a space the types that its template declares. What doesn't fit goes to the issues. */
final class TemplateTypes {
  /** Of a dimension that is made as it is asked for, as many points are tried in advance. */
  private static final int TRIED = 1000;

  private final List<DeclaredParameter> declared;
  private final String template;
  private final Sources sources;

  TemplateTypes(List<DeclaredParameter> declared, String template, Sources sources) {
    this.declared = declared;
    this.template = template;
    this.sources = sources;
  }

  /** The space with all its values converted; of no use when there are issues. */
  Space apply(Space space) {
    sources.checkKnown(declared.stream().map(DeclaredParameter::name).toList(), template);
    return new Space(
        tried(space.fixed()),
        space.dimensions().stream().map(this::typed).toList(),
        space.where(),
        typed(space.repeats()));
  }

  private Dimension typed(Dimension dimension) {
    if (dimension instanceof ListedAxis || dimension instanceof Rows) {
      List<Parameters> points =
          IntStream.range(0, dimension.size()).mapToObj(i -> tried(dimension.point(i))).toList();
      checkDifferent(dimension, points);
      return dimension instanceof ListedAxis axis
          ? new ListedAxis(
              axis.name(), points.stream().map(p -> p.value(axis.name()).orElseThrow()).toList())
          : new Rows(points);
    }
    IntStream.range(0, Math.min(TRIED, dimension.size())).forEach(i -> tried(dimension.point(i)));
    return new Typed(dimension, point -> DeclaredParameter.convertAll(point, declared, template));
  }

  /** Two points may become one: 8 and 8.0 are the same int. */
  private void checkDifferent(Dimension dimension, List<Parameters> points) {
    Map<Parameters, Integer> first = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      Integer earlier = first.putIfAbsent(points.get(i), i);
      if (earlier != null) {
        sources.issue(
            dimension.names().get(0),
            "%s and %s are the same to the template"
                .formatted(dimension.point(earlier).display(), dimension.point(i).display()),
            "keep one of them; 'repeat' is for more runs of the same point");
      }
    }
  }

  private Repeats typed(Repeats repeats) {
    if (repeats.parameter().isEmpty()) {
      return repeats;
    }
    String name = repeats.parameter().get();
    if (repeats.seeds().isEmpty()) {
      ParameterValue zero = ParameterValue.of(0L);
      return tried(name, zero).equals(zero)
          ? repeats
          : typed(name, IntStream.range(0, repeats.count()).mapToObj(i -> number(i)).toList());
    }
    return typed(name, repeats.seeds());
  }

  private static ParameterValue number(int repeat) {
    return ParameterValue.of((long) repeat);
  }

  private Repeats typed(String name, List<ParameterValue> seeds) {
    return Repeats.seeded(name, seeds.stream().map(seed -> tried(name, seed)).toList());
  }

  private Parameters tried(Parameters point) {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    point.values().forEach((name, value) -> values.put(name, tried(name, value)));
    return new Parameters(values);
  }

  private ParameterValue tried(String name, ParameterValue value) {
    Optional<DeclaredParameter> declaration = DeclaredParameter.named(name, declared);
    if (declaration.isEmpty() || declaration.get().type().isEmpty()) {
      return value;
    }
    Optional<ParameterValue> converted = declaration.get().type().get().convert(value);
    if (converted.isEmpty()) {
      String type = declaration.get().type().get().name();
      sources.issue(
          name,
          value,
          "'%s' takes %s, not %s %s".formatted(name, type, value.kind().word(), value.display()),
          "give " + type + ", or declare another type in the template");
    }
    return converted.orElse(value);
  }
}
