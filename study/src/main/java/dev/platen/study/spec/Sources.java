package dev.platen.study.spec;

import dev.platen.parameter.read.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which parameter is set where: a second source for one is an issue. */
final class Sources {
  private final Issues issues;
  private final Map<String, String> sectionByName = new LinkedHashMap<>();

  Sources(Issues issues) {
    this.issues = issues;
  }

  /**
   * Notes that the parameter is set there.
   *
   * @param in the issues of the file in which it is
   */
  void claim(String name, String section, Place place, Issues in) {
    String earlier = sectionByName.putIfAbsent(name, section + " (" + in.where(place) + ")");
    if (earlier != null) {
      in.add(
          place,
          "'" + name + "' has a value in " + earlier + " already",
          "remove it there or here: a parameter has one source");
    }
  }

  void claim(String name, String section, Place place) {
    claim(name, section, place, issues);
  }

  List<String> names() {
    return List.copyOf(sectionByName.keySet());
  }
}
