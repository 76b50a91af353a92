package dev.platen.kernel;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

  /** The longest first: one may hold another. */
  private final List<String> forms;

  private Secrets(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    Set<String> all = new LinkedHashSet<>();
    values.values().forEach(value -> all.addAll(SecretForms.of(value)));
    this.forms = all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
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
        .filter(each -> SecretForms.of(each.getValue()).stream().anyMatch(text::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  List<String> forms() {
    return forms;
  }

  /** The text without them. */
  public String mask(String text) {
    String masked = text;
    for (String form : forms) {
      if (masked.contains(form)) {
        masked = masked.replace(form, MASK);
      }
    }
    return masked;
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
