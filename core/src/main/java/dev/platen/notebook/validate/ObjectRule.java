package dev.platen.notebook.validate;

import dev.platen.fault.Issue;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object with known members. Members that it doesn't know are left alone.
 *
 * @param required the keys that must be there
 * @param members the rule of each known key
 */
record ObjectRule(Set<String> required, Map<String, Rule> members) implements Rule {
  static final ObjectRule EMPTY = new ObjectRule(Set.of(), Map.of());

  ObjectRule required(String key, Rule rule) {
    Set<String> keys = new LinkedHashSet<>(required);
    keys.add(key);
    return new ObjectRule(keys, members).optional(key, rule);
  }

  ObjectRule optional(String key, Rule rule) {
    Map<String, Rule> rules = new HashMap<>(members);
    rules.put(key, rule);
    return new ObjectRule(required, rules);
  }

  @Override
  public void check(JsonValue value, Place at, List<Issue> found) {
    if (!(value instanceof JsonObject object)) {
      Rule.refuse("an object", value, at, found);
      return;
    }
    for (String key : required) {
      if (!object.has(key)) {
        found.add(new Issue(at.key(key).toString(), "is missing"));
      }
    }
    object.members().forEach((key, member) -> checkMember(key, member, at, found));
  }

  private void checkMember(String key, JsonValue member, Place at, List<Issue> found) {
    Rule rule = members.get(key);
    if (rule != null) {
      rule.check(member, at.key(key), found);
    }
  }
}
