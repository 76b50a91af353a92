package dev.platen.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that keeps its keys' order. The typed look-ups give nothing both for an absent key
 * and for a value of another shape; {@link #value} tells them apart.
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    if (!(members instanceof StoredMap || members instanceof OwnMap)) {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /**
   * Builds an object in one expression: {@code JsonObject.build(o -> o.put("name", "x").put("n",
   * 1))}.
   */
  public static JsonObject build(Consumer<Builder> filling) {
    Builder builder = new Builder();
    filling.accept(builder);
    return builder.take();
  }

  public @Nullable JsonValue value(String key) {
    return members.get(key);
  }

  public boolean has(String key) {
    return members.containsKey(key);
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  public Optional<String> string(String key) {
    return members.get(key) instanceof JsonString s ? Optional.of(s.value()) : Optional.empty();
  }

  /** The text, or "" when there is none. */
  public String text(String key) {
    return members.get(key) instanceof JsonString s ? s.value() : "";
  }

  public Optional<Long> integer(String key) {
    return members.get(key) instanceof JsonNumber n && n.value() instanceof Long l
        ? Optional.of(l)
        : Optional.empty();
  }

  /** Whether the member is {@code true}. */
  public boolean isTrue(String key) {
    return members.get(key) instanceof JsonBoolean b && b.value();
  }

  /** The member object, or an empty one. */
  public JsonObject object(String key) {
    return members.get(key) instanceof JsonObject o ? o : EMPTY;
  }

  /** The member array's elements, or none. */
  public List<JsonValue> array(String key) {
    return members.get(key) instanceof JsonArray a ? a.values() : List.of();
  }

  /** A copy with the member set: in its old place, or last. */
  public JsonObject with(String key, JsonValue value) {
    Map<String, JsonValue> copy = new LinkedHashMap<>(members);
    copy.put(key, value);
    return new JsonObject(copy);
  }

  /** A copy without the member, or this. */
  public JsonObject without(String key) {
    if (!members.containsKey(key)) {
      return this;
    }
    Map<String, JsonValue> copy = new LinkedHashMap<>(members);
    copy.remove(key);
    return new JsonObject(copy);
  }

  /** A copy without these members, or this when it has none of them. */
  public JsonObject without(Set<String> keys) {
    if (keys.containsAll(members.keySet())) {
      return EMPTY;
    }
    Map<String, JsonValue> copy = new LinkedHashMap<>(members);
    return copy.keySet().removeAll(keys) ? new JsonObject(copy) : this;
  }

  @Override
  public Kind kind() {
    return Kind.OBJECT;
  }

  /** Collects members in order; a null text or number becomes JSON null. */
  public static final class Builder {
    private Map<String, JsonValue> members = new LinkedHashMap<>();

    private Builder() {}

    /** Whoever kept the builder fills another map from now on. */
    private JsonObject take() {
      JsonObject object = new JsonObject(new OwnMap(members));
      members = new LinkedHashMap<>();
      return object;
    }

    public Builder put(String key, JsonValue value) {
      members.put(key, value);
      return this;
    }

    public Builder put(String key, @Nullable String value) {
      return put(key, value == null ? JsonNull.NULL : new JsonString(value));
    }

    public Builder put(String key, long value) {
      return put(key, JsonNumber.of(value));
    }

    public Builder put(String key, double value) {
      return put(key, JsonNumber.of(value));
    }

    public Builder put(String key, boolean value) {
      return put(key, JsonBoolean.of(value));
    }

    public Builder putAll(JsonObject other) {
      members.putAll(other.members);
      return this;
    }
  }
}
