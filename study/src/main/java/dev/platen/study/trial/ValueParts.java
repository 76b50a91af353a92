package dev.platen.study.trial;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.apache.commons.jexl3.introspection.JexlUberspect;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may see inside of a value: a list's items by index, a map's values by key.
 * Nothing is asked of any class, and nothing can be set.
 */
final class ValueParts implements JexlUberspect.PropertyResolver {
  private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

  @Override
  public @Nullable JexlPropertyGet getPropertyGet(
      JexlUberspect uberspect, Object owner, Object key) {
    String name = String.valueOf(key);
    boolean isThere =
        owner instanceof Map<?, ?> map
            ? map.containsKey(name)
            : owner instanceof List<?> list
                && INDEX.matcher(name).matches()
                && Integer.parseInt(name) < list.size();
    return isThere ? new Part(name) : null;
  }

  @Override
  public @Nullable JexlPropertySet getPropertySet(
      JexlUberspect uberspect, Object owner, Object key, Object value) {
    return null;
  }

  /** A part that the owner is known to have. */
  private record Part(String name) implements JexlPropertyGet {
    @Override
    public @Nullable Object invoke(Object owner) {
      return owner instanceof Map<?, ?> map
          ? map.get(name)
          : ((List<?>) owner).get(Integer.parseInt(name));
    }

    /** The next owner may be without it. */
    @Override
    public boolean isCacheable() {
      return false;
    }

    @Override
    public @Nullable Object tryInvoke(Object owner, Object key) {
      return invoke(owner);
    }

    @Override
    public boolean tryFailed(@Nullable Object result) {
      return false;
    }
  }
}
