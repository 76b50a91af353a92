package dev.platen.study.spec;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.fault.Issue;
import dev.platen.parameter.read.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what is wrong in a file of a study: the study file, or a table that it names. */
final class Issues {
  private final String source;
  private final String text;
  private final List<Issues> files;
  private final SortedMap<Place, Issue> byPlace = new TreeMap<>();

  private Issues(String source, String text, List<Issues> files) {
    this.source = source;
    this.text = text;
    this.files = files;
    files.add(this);
  }

  /** Of a study file. */
  static Issues of(String source, String text) {
    return new Issues(source, text, new ArrayList<>());
  }

  /** Of another file that belongs to the same study. */
  Issues in(String otherSource, String otherText) {
    return new Issues(otherSource, otherText, files);
  }

  /** {@code study.yaml:12:8}. */
  String where(Place place) {
    return source + ":" + place;
  }

  /** Adds an issue, unless the place has one: what follows from the first is left out. */
  void add(Place place, String what, String mend) {
    String detail = place.excerpt(text) + "\n" + mend;
    byPlace.putIfAbsent(place, new Issue(where(place), what, detail));
  }

  /** Throws those of all the study's files, if there are any. */
  void throwIfAny() {
    if (!all().isEmpty()) {
      throw fault();
    }
  }

  private List<Issue> all() {
    return files.stream().flatMap(file -> file.byPlace.values().stream()).toList();
  }

  /** Those of all the study's files as one fault, each file's in its order. */
  Fault fault() {
    List<Issue> all = all();
    boolean one = all.size() == 1;
    return Fault.of(
            FaultKind.STUDY_INVALID,
            "the study is wrong in " + (one ? "one place" : all.size() + " places"))
        .where(files.get(0).source)
        .issues(all)
        .mend("correct " + (one ? "it" : "them") + "; nothing was started");
  }
}
