package dev.platen.metric;

import dev.platen.metric.Metric.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The metrics found so far: for each name the best source, and of that the last value. */
final class Collected {
  /** More printed names are a log, not metrics. */
  private static final int MOST_PRINTED = 200;

  private static final int LONGEST_NAME = 200;

  private final Map<String, Metric> metrics = new LinkedHashMap<>();
  private int printed;

  void put(String name, MetricValue value, Source source, int cellIndex) {
    Metric known = metrics.get(name);
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || (known != null && known.source().compareTo(source) < 0)) {
      return;
    }
    if (source == Source.PRINTED && (known == null || known.source() != Source.PRINTED)) {
      if (printed == MOST_PRINTED) {
        return;
      }
      printed++;
    }
    metrics.put(name, new Metric(name, value, source, OptionalInt.of(cellIndex)));
  }

  /** As {@link #put}, unless the same source already has a value. */
  void putIfAbsent(String name, MetricValue value, Source source, int cellIndex) {
    Metric known = metrics.get(name);
    if (known == null || known.source() != source) {
      put(name, value, source, cellIndex);
    }
  }

  Map<String, Metric> all() {
    return Collections.unmodifiableMap(metrics);
  }
}
