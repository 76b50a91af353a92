package dev.platen.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members that nobody else holds, so that their object needn't copy them. Read-only. */
final class OwnMap extends AbstractMap<String, JsonValue> {
  private final Map<String, JsonValue> members;

  OwnMap(Map<String, JsonValue> members) {
    this.members = members;
  }

  @Override
  public @Nullable JsonValue get(@Nullable Object key) {
    return members.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return members.containsKey(key);
  }

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public Set<Map.Entry<String, JsonValue>> entrySet() {
    return Collections.unmodifiableMap(members).entrySet();
  }
}
