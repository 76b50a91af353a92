package dev.platen.parameter.read;

import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML text, and where it is written; that of an alias is where its anchor stands. */
public sealed interface YamlValue {
  Place place();

  ParameterValue value();

  /**
   * A single word, number or text.
   *
   * @param text as it is written, without its quotes
   */
  record Scalar(Place place, ParameterValue value, String text) implements YamlValue {}

  /** A list. */
  record Sequence(Place place, List<YamlValue> items) implements YamlValue {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public ListValue value() {
      return new ListValue(items.stream().map(YamlValue::value).toList());
    }
  }

  /** A mapping, by key in the text's order. */
  record Mapping(Place place, Map<String, Entry> entries) implements YamlValue {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public MapValue value() {
      Map<String, ParameterValue> values = new LinkedHashMap<>();
      entries.forEach((key, entry) -> values.put(key, entry.value().value()));
      return new MapValue(values);
    }
  }

  /**
   * What a mapping has under one key.
   *
   * @param place of the key
   */
  record Entry(Place place, YamlValue value) {}
}
