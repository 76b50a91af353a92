package dev.platen.study.export.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param name unique in its table
 * @param values one a row, as the type says; null where a run doesn't have it
 */
public record Column(String name, ColumnType type, List<@Nullable Object> values) {
  public Column {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * A column of the narrowest type that holds all values: whole numbers, numbers, flags, or else
   * texts.
   *
   * @param values of type Long, Double, Boolean or String, or null
   * @param words how a value reads as text
   */
  static Column of(String name, List<@Nullable Object> values, List<String> words) {
    ColumnType type = type(values);
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value == null) {
        cells.add(null);
      } else if (type == ColumnType.TEXT) {
        cells.add(words.get(i));
      } else {
        cells.add(
            type == ColumnType.NUMBER ? Double.valueOf(((Number) value).doubleValue()) : value);
      }
    }
    return new Column(name, type, cells);
  }

  private static ColumnType type(List<@Nullable Object> values) {
    boolean hasDoubles = false;
    boolean hasWholes = false;
    boolean hasFlags = false;
    boolean isExact = true;
    for (Object value : values) {
      if (value instanceof Long whole) {
        hasWholes = true;
        // Beyond 2^53 not every whole number is a double.
        isExact &= Math.abs(whole) <= (1L << 53);
      } else if (value instanceof Double) {
        hasDoubles = true;
      } else if (value instanceof Boolean) {
        hasFlags = true;
      } else if (value != null) {
        return ColumnType.TEXT;
      }
    }
    if (hasFlags) {
      return hasWholes || hasDoubles ? ColumnType.TEXT : ColumnType.FLAG;
    }
    if (hasDoubles) {
      return isExact ? ColumnType.NUMBER : ColumnType.TEXT;
    }
    return hasWholes ? ColumnType.WHOLE : ColumnType.TEXT;
  }
}
