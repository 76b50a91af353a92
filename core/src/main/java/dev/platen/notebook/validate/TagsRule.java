package dev.platen.notebook.validate;

import dev.platen.fault.Issue;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A cell's tags: strings without a comma, none of them empty and none twice. */
record TagsRule() implements Rule {
  private static final Rule TAG =
      Rules.that(
          "a tag without commas",
          value ->
              value instanceof JsonString tag
                  && !tag.value().isEmpty()
                  && tag.value().indexOf(',') < 0);

  @Override
  public void check(JsonValue value, Place at, List<Issue> found) {
    Rules.listOf(TAG).check(value, at, found);
    if (value instanceof JsonArray tags) {
      Set<JsonValue> seen = new HashSet<>();
      for (int i = 0; i < tags.values().size(); i++) {
        if (!seen.add(tags.values().get(i))) {
          found.add(new Issue(at.index(i).toString(), "is there twice"));
        }
      }
    }
  }
}
