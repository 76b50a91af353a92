package dev.platen.study.export.table;

import dev.platen.metric.MetricValue;
import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import org.jspecify.annotations.Nullable;

/** A run's values in Java's own types: Long, Double, Boolean or String. */
public final class RunValues {
  private RunValues() {}

  /** None and what isn't there are null; lists, dicts and huge whole numbers are text. */
  public static @Nullable Object of(@Nullable ParameterValue value) {
    if (value == null || value instanceof NullValue) {
      return null;
    } else if (value instanceof BooleanValue flag) {
      return flag.value();
    } else if (value instanceof FloatValue number) {
      return number.value();
    } else if (value instanceof IntegerValue whole && whole.value().bitLength() < Long.SIZE) {
      return whole.value().longValue();
    }
    return words(value);
  }

  /** A text bare, all else as in Python. */
  public static String words(ParameterValue value) {
    return value instanceof StringValue text ? text.value() : value.display();
  }

  /** Tables are null: no column holds one. */
  public static @Nullable Object of(@Nullable MetricValue value) {
    if (value instanceof MetricValue.Numeric number) {
      return number.value();
    } else if (value instanceof MetricValue.Flag flag) {
      return flag.value();
    }
    return value instanceof MetricValue.Text text ? text.value() : null;
  }
}
