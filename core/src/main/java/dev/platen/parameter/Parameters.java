package dev.platen.parameter;

import dev.platen.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters by name, in the order in which they were given. Immutable. */
public record Parameters(Map<String, ParameterValue> values) {
  public static final Parameters EMPTY = new Parameters(Map.of());

  public Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The parameters that {@link #toJson} made this object of. */
  public static Parameters of(JsonObject json) {
    return new Parameters(((MapValue) ParameterValue.of(json)).entries());
  }

  public Optional<ParameterValue> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** A copy with the parameter set: in its old place, or last. */
  public Parameters with(String name, ParameterValue value) {
    return with(new Parameters(Map.of(name, value)));
  }

  /** A copy with all of the others set; where both have a name, the other's value counts. */
  public Parameters with(Parameters others) {
    if (values.isEmpty() || others.values.isEmpty()) {
      return values.isEmpty() ? others : this;
    }
    Map<String, ParameterValue> merged = new LinkedHashMap<>(values);
    merged.putAll(others.values);
    return new Parameters(merged);
  }

  /** One line for people, such as {@code hidden=32, arch='mlp'}. */
  public String display() {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue().display())
        .collect(Collectors.joining(", "));
  }

  public JsonObject toJson() {
    return new MapValue(values).toJson();
  }
}
