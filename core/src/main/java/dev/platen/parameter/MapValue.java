package dev.platen.parameter;

import dev.platen.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values by text key, in the order in which they were given. */
public record MapValue(Map<String, ParameterValue> entries) implements ParameterValue {
  public MapValue {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  @Override
  public Kind kind() {
    return Kind.MAP;
  }

  @Override
  public JsonObject toJson() {
    return JsonObject.build(object -> entries.forEach((key, v) -> object.put(key, v.toJson())));
  }
}
