package dev.platen.parameter;

import dev.platen.json.JsonNumber;
import java.math.BigInteger;

/** A whole number of any size. */
public record IntegerValue(BigInteger value) implements ParameterValue {
  @Override
  public Kind kind() {
    return Kind.INTEGER;
  }

  @Override
  public JsonNumber toJson() {
    return new JsonNumber(value);
  }
}
