package dev.platen.study.spec;

import dev.platen.json.JsonWriter;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A study file that is being written: so that one reader judges every study, whoever wrote it.
 * Immutable; every {@code with} gives another one.
 */
public final class StudyText {
  private final Map<String, ParameterValue> keys;

  private StudyText(Map<String, ParameterValue> keys) {
    this.keys = keys;
  }

  /** The study of a template, by its path. */
  public static StudyText of(String template) {
    return new StudyText(Map.of()).with("template", template);
  }

  /**
   * Sets a key.
   *
   * @param value null, a boolean, a number, text, a list or a map of these
   * @throws IllegalArgumentException if it is something else
   */
  public StudyText with(String key, @Nullable Object value) {
    Map<String, ParameterValue> more = new LinkedHashMap<>(keys);
    more.put(key, value(value));
    return new StudyText(more);
  }

  /** Sets a key inside of a mapping. */
  public StudyText with(String mapping, String key, @Nullable Object value) {
    Map<String, ParameterValue> entries = new LinkedHashMap<>();
    if (keys.get(mapping) instanceof MapValue map) {
      entries.putAll(map.entries());
    }
    entries.put(key, value(value));
    return with(mapping, new MapValue(entries));
  }

  /** Adds an item to a list. */
  public StudyText plus(String list, Object item) {
    List<ParameterValue> items = new ArrayList<>();
    if (keys.get(list) instanceof ListValue before) {
      items.addAll(before.values());
    }
    items.add(value(item));
    return with(list, new ListValue(items));
  }

  /** Removes a key. */
  public StudyText without(String key) {
    Map<String, ParameterValue> fewer = new LinkedHashMap<>(keys);
    fewer.remove(key);
    return new StudyText(fewer);
  }

  /** The file's text: a line a key, each value as JSON, which is YAML. */
  public String yaml() {
    return keys.entrySet().stream()
        .map(each -> each.getKey() + ": " + JsonWriter.compactText(each.getValue().toJson()) + "\n")
        .collect(Collectors.joining());
  }

  private static ParameterValue number(Number value) {
    if (value instanceof BigInteger whole) {
      return new IntegerValue(whole);
    }
    return value instanceof Double || value instanceof Float || value instanceof BigDecimal
        ? ParameterValue.of(value.doubleValue())
        : ParameterValue.of(value.longValue());
  }

  private static ParameterValue value(@Nullable Object value) {
    if (value instanceof ParameterValue known) {
      return known;
    }
    if (value == null) {
      return NullValue.NULL;
    }
    if (value instanceof Boolean flag) {
      return ParameterValue.of(flag.booleanValue());
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof CharSequence || value instanceof Enum<?>) {
      return ParameterValue.of(value.toString());
    }
    if (value instanceof Iterable<?> items) {
      List<ParameterValue> list = new ArrayList<>();
      items.forEach(item -> list.add(value(item)));
      return new ListValue(list);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, ParameterValue> entries = new LinkedHashMap<>();
      map.forEach((key, item) -> entries.put(String.valueOf(key), value(item)));
      return new MapValue(entries);
    }
    throw new IllegalArgumentException("a study takes no " + value.getClass().getSimpleName());
  }
}
