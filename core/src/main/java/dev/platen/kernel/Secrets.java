package dev.platen.kernel;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.kernel.SecretFinder.Found;
import dev.platen.kernel.SecretFinder.Rest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values that a kernel gets as variables of its environment, and that nobody is to see: wherever
 * they come back, in whichever of their usual forms, there stands {@value #MASK}.
 */
public final class Secrets {
  public static final String MASK = "****";

  /** There are none. */
  public static final Secrets NONE = new Secrets(Map.of());

  private final Map<String, String> values;

  private final SecretFinder finder;

  private Secrets(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    Set<SecretForm> forms = new LinkedHashSet<>();
    values.values().forEach(value -> forms.addAll(SecretForms.of(value)));
    this.finder = new SecretFinder(forms);
  }

  /**
   * Some.
   *
   * @param values by the variable's name
   */
  public static Secrets of(Map<String, String> values) {
    return values.isEmpty() ? NONE : new Secrets(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** What is added to the kernel's environment. */
  public Map<String, String> env() {
    return values;
  }

  /** The name of a secret whose value is in the text. */
  public Optional<String> heldIn(String text) {
    return values.entrySet().stream()
        .filter(each -> isIn(text, each.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isIn(String text, String value) {
    return new SecretFinder(SecretForms.of(value)).next(text, 0, Rest.NOTHING) != null;
  }

  SecretFinder finder() {
    return finder;
  }

  /** The text without them. */
  public String mask(String text) {
    Found found = finder.next(text, 0, Rest.NOTHING);
    if (found == null) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (; found != null; found = finder.next(text, at, Rest.NOTHING)) {
      masked.append(text, at, found.start()).append(MASK);
      at = found.end();
    }
    return masked.append(text, at, text.length()).toString();
  }

  /** The object without them, in its keys as well. */
  public JsonObject mask(JsonObject object) {
    if (isEmpty()) {
      return object;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object.members().forEach((key, value) -> members.put(mask(key), mask(value)));
    return new JsonObject(members);
  }

  private JsonValue mask(JsonValue value) {
    if (value instanceof JsonObject object) {
      return mask(object);
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> values = new ArrayList<>();
      array.values().forEach(each -> values.add(mask(each)));
      return new JsonArray(values);
    }
    if (value instanceof JsonString string) {
      return new JsonString(mask(string.value()));
    }
    if (value instanceof JsonNumber number
        && !mask(number.value().toString()).equals(number.value().toString())) {
      return new JsonString(MASK);
    }
    return value;
  }

  @Override
  public String toString() {
    return "Secrets" + values.keySet();
  }
}
