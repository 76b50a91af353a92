package dev.platen.parameter;

import dev.platen.json.JsonNull;

/** No value: {@code None}, {@code NULL}, {@code nothing}. */
public record NullValue() implements ParameterValue {
  public static final NullValue NULL = new NullValue();

  @Override
  public Kind kind() {
    return Kind.NULL;
  }

  @Override
  public JsonNull toJson() {
    return JsonNull.NULL;
  }
}
