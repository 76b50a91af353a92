package dev.platen.parameter.translate;

import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value, for languages whose lists and maps hold one type. Whole numbers among floats
 * count as floats.
 *
 * @param kind the value's kind; null where nothing tells, as in an empty list
 * @param element what a list or map holds; null otherwise
 */
record Shape(@Nullable Kind kind, @Nullable Shape element) {
  private static final Shape UNKNOWN = new Shape(null, null);

  /**
   * The value's own.
   *
   * @throws dev.platen.fault.Fault {@code PARAMETER_INVALID} if it holds several types
   */
  static Shape of(ParameterValue value, Dialect dialect) {
    return new Shape(
        value.kind(),
        switch (value.kind()) {
          case LIST -> ofAll(((ListValue) value).values(), dialect);
          case MAP -> ofAll(((MapValue) value).entries().values(), dialect);
          default -> null;
        });
  }

  /**
   * What all have in common.
   *
   * @throws dev.platen.fault.Fault {@code PARAMETER_INVALID} if they have not
   */
  static Shape ofAll(Collection<ParameterValue> values, Dialect dialect) {
    Shape shape = UNKNOWN;
    for (ParameterValue value : values) {
      Shape next = of(value, dialect);
      shape =
          shape
              .with(next)
              .orElseThrow(
                  () ->
                      dialect.cannot(
                          "a list or dict of several types, " + value.display() + " being one",
                          "give values of one type: its lists can't hold several"));
    }
    return shape;
  }

  /** Whether the type is told to its innermost element. */
  boolean isKnown() {
    return kind != null && (element == null || element.isKnown());
  }

  /** The values, whole numbers turned into floats where this says so. */
  List<ParameterValue> conforming(List<ParameterValue> values) {
    return values.stream().map(this::conforming).toList();
  }

  ParameterValue conforming(ParameterValue value) {
    if (kind == Kind.FLOAT && value instanceof IntegerValue integer) {
      return ParameterValue.of(integer.value().doubleValue());
    }
    if (element != null && value instanceof ListValue list) {
      return new ListValue(element.conforming(list.values()));
    }
    if (element != null && value instanceof MapValue map) {
      Map<String, ParameterValue> entries = new LinkedHashMap<>(map.entries());
      entries.replaceAll((key, held) -> element.conforming(held));
      return new MapValue(entries);
    }
    return value;
  }

  private Optional<Shape> with(Shape other) {
    if (kind == null || equals(other)) {
      return Optional.of(other);
    }
    if (other.kind == null) {
      return Optional.of(this);
    }
    if (kind != other.kind) {
      boolean numbers = isNumber() && other.isNumber();
      return numbers ? Optional.of(new Shape(Kind.FLOAT, null)) : Optional.empty();
    }
    return element == null || other.element == null
        ? Optional.of(this)
        : element.with(other.element).map(held -> new Shape(kind, held));
  }

  private boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.FLOAT;
  }
}
