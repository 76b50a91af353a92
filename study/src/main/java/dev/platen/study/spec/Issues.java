package dev.platen.study.spec;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.fault.Issue;
import dev.platen.parameter.read.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong in a study file, and in the tables that it names. */
final class Issues {
  private final String source;
  private final String text;
  private final Map<String, List<Found>> bySource;

  private record Found(Place place, Issue issue) {}

  private Issues(String source, String text, Map<String, List<Found>> bySource) {
    this.source = source;
    this.text = text;
    this.bySource = bySource;
    bySource.putIfAbsent(source, new ArrayList<>());
  }

  Issues(String source, String text) {
    this(source, text, new LinkedHashMap<>());
  }

  /** The same collection, for another file that belongs to the study. */
  Issues in(String otherSource, String otherText) {
    return new Issues(otherSource, otherText, bySource);
  }

  /** {@code study.yaml:12:8}. */
  String where(Place place) {
    return source + ":" + place;
  }

  /** Adds an issue, unless the place has one: what follows from the first is left out. */
  void add(Place place, String what, String mend) {
    List<Found> found = bySource.getOrDefault(source, List.of());
    if (found.stream().noneMatch(each -> each.place.equals(place))) {
      String detail = place.excerpt(text) + "\n" + mend;
      found.add(new Found(place, new Issue(where(place), what, detail)));
    }
  }

  /** Throws all of them as one fault, the study file's first, each file's in its order. */
  void throwIfAny() {
    List<Issue> all = new ArrayList<>();
    for (List<Found> found : bySource.values()) {
      found.stream()
          .sorted((a, b) -> a.place.compareTo(b.place))
          .forEach(each -> all.add(each.issue));
    }
    if (!all.isEmpty()) {
      throw Fault.of(
              FaultKind.STUDY_INVALID,
              "the study file is wrong in "
                  + (all.size() == 1 ? "one place" : all.size() + " places"))
          .where(bySource.keySet().iterator().next())
          .issues(all)
          .mend("correct " + (all.size() == 1 ? "it" : "them") + "; nothing was started");
    }
  }
}
