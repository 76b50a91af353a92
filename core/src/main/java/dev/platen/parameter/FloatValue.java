package dev.platen.parameter;

import dev.platen.json.JsonNumber;

/** A 64-bit floating-point number, NaN and the infinities included. */
public record FloatValue(double value) implements ParameterValue {
  @Override
  public Kind kind() {
    return Kind.FLOAT;
  }

  @Override
  public JsonNumber toJson() {
    return JsonNumber.of(value);
  }
}
