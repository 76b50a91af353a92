package dev.platen.parameter;

import dev.platen.parameter.ParameterValue.Kind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a template says about a parameter's values.
 *
 * @param name as the template writes it, such as {@code int} or {@code Optional[str]}
 * @param accepts the kinds it takes; empty if it takes any, or if the name tells nothing
 * @param inferred whether it was not declared, only taken from the default's kind
 */
public record ParameterType(String name, Set<Kind> accepts, boolean inferred) {
  public ParameterType {
    accepts = Set.copyOf(accepts);
  }

  /** A type that the template declares. */
  public static ParameterType declared(String name, Set<Kind> accepts) {
    return new ParameterType(name, accepts, false);
  }

  /** The type of a default. {@code None} says nothing about other values. */
  public static ParameterType inferred(String name, Kind kind) {
    return new ParameterType(name, kind == Kind.NULL ? Set.of() : Set.of(kind), true);
  }

  /**
   * The value as this type wants it; empty if it doesn't fit. A float takes whole numbers, an int
   * takes {@code 1e3} and {@code 5.0}, both take text that is a number. An inferred type is no
   * promise: it takes {@code None} as well, and fractions where the default is an int.
   */
  public Optional<ParameterValue> convert(ParameterValue value) {
    Kind kind = value.kind();
    if (accepts.isEmpty() || accepts.contains(kind)) {
      return Optional.of(value);
    }
    Optional<ParameterValue> converted =
        switch (kind) {
          case INTEGER -> toFloat((IntegerValue) value);
          case FLOAT -> toInteger((FloatValue) value);
          case STRING -> toNumber((StringValue) value);
          default -> Optional.empty();
        };
    boolean lenient =
        inferred && (kind == Kind.NULL || (kind == Kind.FLOAT && accepts.contains(Kind.INTEGER)));
    return converted.or(() -> lenient ? Optional.of(value) : Optional.empty());
  }

  private Optional<ParameterValue> toFloat(IntegerValue value) {
    double number = value.value().doubleValue();
    return accepts.contains(Kind.FLOAT) && Double.isFinite(number)
        ? Optional.of(ParameterValue.of(number))
        : Optional.empty();
  }

  private Optional<ParameterValue> toInteger(FloatValue value) {
    double number = value.value();
    return accepts.contains(Kind.INTEGER) && number == Math.rint(number) && Double.isFinite(number)
        ? Optional.of(new IntegerValue(new BigDecimal(number).toBigIntegerExact()))
        : Optional.empty();
  }

  private Optional<ParameterValue> toNumber(StringValue value) {
    if (!accepts.contains(Kind.INTEGER) && !accepts.contains(Kind.FLOAT)) {
      return Optional.empty();
    }
    String text = value.value().strip().replaceFirst("^([-+]?)0+(?=[0-9])", "$1");
    return NumberText.read(text).or(() -> NumberText.readNonFinite(text)).flatMap(this::convert);
  }
}
