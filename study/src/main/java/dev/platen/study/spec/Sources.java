package dev.platen.study.spec;

import dev.platen.parameter.NearestName;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.read.Place;
import dev.platen.parameter.read.YamlValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which parameter is set where: a second source for one is an issue. */
final class Sources {
  private record Source(String section, Place place, Issues issues) {}

  private record Written(String name, ParameterValue value) {}

  private final Issues issues;
  private final Map<String, Source> byName = new LinkedHashMap<>();
  private final Map<Written, Place> values = new HashMap<>();
  private boolean distinct = true;

  Sources(Issues issues) {
    this.issues = issues;
  }

  /**
   * Notes that the parameter is set there.
   *
   * @param in the issues of the file in which it is
   */
  void claim(String name, String section, Place place, Issues in) {
    Source earlier = byName.putIfAbsent(name, new Source(section, place, in));
    if (earlier != null) {
      distinct = false;
      in.add(
          place,
          "'%s' has a value in %s (%s) already"
              .formatted(name, earlier.section, earlier.issues.where(earlier.place)),
          "remove it there or here: a parameter has one source");
    }
  }

  void claim(String name, String section, Place place) {
    claim(name, section, place, issues);
  }

  /** Notes where one of the parameter's values is written, in the file that sets it. */
  void wrote(String name, ParameterValue value, Place place) {
    values.putIfAbsent(new Written(name, value), place);
  }

  /** The same of each of a list's values. */
  void wrote(String name, YamlValue list) {
    if (list instanceof YamlValue.Sequence values) {
      values.items().forEach(item -> wrote(name, item.value(), item.place()));
    }
  }

  /** Whether no parameter is set twice. */
  boolean areDistinct() {
    return distinct;
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Adds an issue at the place where the parameter is set. */
  void issue(String name, String what, String mend) {
    Source source = source(name);
    source.issues.add(source.place, what, mend);
  }

  /** The same of one value, at its own place if that is known. */
  void issue(String name, ParameterValue value, String what, String mend) {
    Source source = source(name);
    Place place = values.getOrDefault(new Written(name, value), source.place);
    source.issues.add(place, what, mend);
  }

  private Source source(String name) {
    Source source = byName.get(name);
    if (source == null) {
      throw new IllegalArgumentException("nobody sets '" + name + "'");
    }
    return source;
  }

  /** Whatever is set but not known is an issue. */
  void checkKnown(List<String> known, String template) {
    for (String name : names()) {
      if (!known.contains(name)) {
        issue(
            name,
            template + " has no parameter '" + name + "'",
            NearestName.of(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(
                    known.isEmpty()
                        ? "tag the cell with its defaults 'parameters'"
                        : "it declares " + String.join(", ", known)));
      }
    }
  }
}
