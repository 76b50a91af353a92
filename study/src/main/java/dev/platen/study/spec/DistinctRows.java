package dev.platen.study.spec;

import dev.platen.parameter.Parameters;
import dev.platen.parameter.read.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows in their order; one that is there already is an issue: it would be the same trial twice. */
final class DistinctRows {
  private final Issues issues;
  private final Map<Parameters, Place> placeByRow = new LinkedHashMap<>();

  DistinctRows(Issues issues) {
    this.issues = issues;
  }

  void add(Parameters row, Place place) {
    Place earlier = placeByRow.putIfAbsent(row, place);
    if (earlier != null) {
      issues.add(
          place,
          "the row is the same as that on line " + earlier.line(),
          "keep one of them; 'repeat' is for more runs of the same point");
    }
  }

  List<Parameters> rows() {
    return List.copyOf(placeByRow.keySet());
  }
}
