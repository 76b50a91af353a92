package dev.platen.json;

import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object that stays in its file. */
final class StoredMap extends AbstractMap<String, JsonValue> {
  private final Stored stored;

  StoredMap(Stored stored) {
    this.stored = stored;
  }

  @Override
  public Set<Entry<String, JsonValue>> entrySet() {
    return stored.members().entrySet();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return stored.members().containsKey(key);
  }

  @Override
  public @Nullable JsonValue get(@Nullable Object key) {
    return stored.members().get(key);
  }
}
