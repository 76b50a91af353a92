package dev.platen.javakernel;

import dev.platen.report.html.HtmlWriter;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A collection or an array of records of one type, or of maps, as a table.
 *
 * @param more how many rows aren't shown
 */
record ValueTable(List<String> columns, List<List<@Nullable Object>> rows, int more) {
  private static final int MOST = 500;

  static Optional<ValueTable> of(@Nullable Object value) {
    List<?> elements =
        value instanceof Object[] array
            ? Arrays.asList(array)
            : value instanceof Collection<?> collection ? new ArrayList<>(collection) : List.of();
    if (elements.isEmpty() || elements.get(0) == null) {
      return Optional.empty();
    }
    Class<?> type = elements.get(0).getClass();
    if (type.isRecord() && elements.stream().allMatch(type::isInstance)) {
      return Optional.of(ofRecords(type, elements));
    }
    return elements.stream().allMatch(Map.class::isInstance)
        ? Optional.of(ofMaps(elements))
        : Optional.empty();
  }

  private static ValueTable ofRecords(Class<?> type, List<?> elements) {
    RecordComponent[] components = type.getRecordComponents();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object element : elements.subList(0, Math.min(MOST, elements.size()))) {
      List<@Nullable Object> row = new ArrayList<>();
      for (RecordComponent component : components) {
        row.add(value(component.getAccessor(), element));
      }
      rows.add(row);
    }
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    return new ValueTable(names, rows, elements.size() - rows.size());
  }

  private static ValueTable ofMaps(List<?> elements) {
    List<?> shown = elements.subList(0, Math.min(MOST, elements.size()));
    Set<Object> keys = new LinkedHashSet<>();
    shown.forEach(element -> keys.addAll(((Map<?, ?>) element).keySet()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object element : shown) {
      List<@Nullable Object> row = new ArrayList<>();
      // Not by get: maps may refuse null, or keys of another type.
      Map<Object, @Nullable Object> values = new HashMap<>();
      ((Map<?, ?>) element).forEach(values::put);
      keys.forEach(key -> row.add(values.get(key)));
      rows.add(row);
    }
    return new ValueTable(
        keys.stream().map(String::valueOf).toList(), rows, elements.size() - rows.size());
  }

  String html() {
    return HtmlWriter.fragment(this::write).markup();
  }

  /** Columns by tabulators. */
  String text() {
    StringBuilder text = new StringBuilder(String.join("\t", columns));
    for (List<@Nullable Object> row : rows) {
      text.append('\n').append(String.join("\t", row.stream().map(Values::text).toList()));
    }
    return (more > 0 ? text.append("\n… ").append(more).append(" more rows") : text).toString();
  }

  private void write(HtmlWriter html) {
    html.open("table").open("thead").open("tr");
    columns.forEach(column -> html.element("th", column));
    html.close().close().open("tbody");
    for (List<@Nullable Object> row : rows) {
      html.open("tr");
      row.forEach(cell -> html.element("td", cell == null ? "" : Values.text(cell)));
      html.close();
    }
    html.close().close();
    if (more > 0) {
      html.element("p", "… " + more + " more rows");
    }
  }

  private static @Nullable Object value(Method accessor, Object element) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(element);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't read " + accessor.getName(), e);
    }
  }
}
