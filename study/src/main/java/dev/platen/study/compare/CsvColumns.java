package dev.platen.study.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns' names. A parameter and a metric have their own, so that {@code runs["mse"]} is what
 * it says; only where two would be the same the parameter is {@code param.NAME} and the metric
 * {@code metric.NAME}. Platen's own columns always keep theirs.
 */
public final class CsvColumns {
  /** Before the parameters. */
  public static final List<String> FIRST =
      List.of("id", "study", "template", "status", "superseded", "repeat", "attempt");

  /** Behind the metrics. */
  public static final List<String> LAST =
      List.of(
          "seconds",
          "started",
          "peak_memory_bytes",
          "error",
          "folder",
          "report",
          "star",
          "labels",
          "note");

  private CsvColumns() {}

  /** All of them, each once. */
  public static List<String> names(
      List<String> first,
      Collection<String> parameters,
      Collection<String> metrics,
      List<String> last) {
    Map<String, Integer> uses = new HashMap<>();
    for (Collection<String> names : List.of(first, parameters, metrics, last)) {
      names.forEach(name -> uses.merge(name, 1, Integer::sum));
    }
    List<String> columns = new ArrayList<>(first);
    Set<String> taken = new HashSet<>(uses.keySet());
    parameters.forEach(name -> columns.add(unique(name, "param.", uses, taken)));
    metrics.forEach(name -> columns.add(unique(name, "metric.", uses, taken)));
    columns.addAll(last);
    return columns;
  }

  private static String unique(
      String name, String prefix, Map<String, Integer> uses, Set<String> taken) {
    if (uses.getOrDefault(name, 0) < 2) {
      return name;
    }
    String unique = prefix + name;
    while (!taken.add(unique)) {
      unique = prefix + unique;
    }
    return unique;
  }
}
