package dev.platen.parameter;

import dev.platen.json.JsonBoolean;

/** True or false. */
public record BooleanValue(boolean value) implements ParameterValue {
  @Override
  public Kind kind() {
    return Kind.BOOLEAN;
  }

  @Override
  public JsonBoolean toJson() {
    return JsonBoolean.of(value);
  }
}
