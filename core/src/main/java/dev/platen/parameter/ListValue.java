package dev.platen.parameter;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonValue;
import java.util.List;

/** Values in order, of any kinds. */
public record ListValue(List<ParameterValue> values) implements ParameterValue {
  public ListValue {
    values = List.copyOf(values);
  }

  @Override
  public Kind kind() {
    return Kind.LIST;
  }

  @Override
  public JsonArray toJson() {
    return new JsonArray(values.stream().<JsonValue>map(ParameterValue::toJson).toList());
  }
}
