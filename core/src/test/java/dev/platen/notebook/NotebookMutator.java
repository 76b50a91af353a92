package dev.platen.notebook;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Breaks a notebook in one place, or leaves it valid. */
public final class NotebookMutator {
  private static final List<JsonValue> REPLACEMENTS =
      List.of(
          JsonNull.NULL,
          JsonBoolean.TRUE,
          JsonNumber.of(-1),
          JsonNumber.of(0),
          JsonNumber.of(7),
          JsonNumber.of(1.5),
          new JsonString(""),
          new JsonString("a b"),
          new JsonString("a,b"),
          new JsonString("code"),
          new JsonString("error"),
          new JsonString("auto"),
          new JsonString("x".repeat(65)),
          JsonArray.EMPTY,
          JsonArray.ofStrings(List.of("a", "a")),
          new JsonArray(List.of(new JsonString("a"), JsonNumber.of(1))),
          new JsonArray(List.of(JsonNumber.of(1), JsonNumber.of(1))),
          JsonObject.EMPTY,
          JsonObject.build(o -> o.put("name", 1)),
          JsonObject.build(o -> o.put("text/plain", JsonObject.EMPTY)));

  /** Keys that have rules, put where they may not be. */
  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "tags",
          "jupyter",
          "execution",
          "scrolled",
          "collapsed",
          "format",
          "title",
          "authors",
          "kernelspec",
          "language_info",
          "codemirror_mode",
          "attachments",
          "outputs",
          "metadata",
          "text/plain",
          "application/json",
          "pygments_lexer",
          "execution_count");

  private final Random random;

  public NotebookMutator(Random random) {
    this.random = random;
  }

  public JsonObject mutate(JsonObject notebook) {
    return (JsonObject) inside(notebook, 0);
  }

  /** Goes down along a random path and changes what lies at its end. */
  private JsonValue inside(JsonValue value, int depth) {
    if (value instanceof JsonObject object && !object.isEmpty()) {
      return random.nextInt(6) == 0 ? changed(object) : belowOf(object, depth);
    }
    if (value instanceof JsonArray array && !array.values().isEmpty()) {
      List<JsonValue> values = new ArrayList<>(array.values());
      int i = random.nextInt(values.size());
      if (random.nextInt(8) == 0) {
        values.add(values.get(i));
      } else {
        values.set(i, inside(values.get(i), depth + 1));
      }
      return new JsonArray(values);
    }
    return depth == 0 ? value : replacement();
  }

  private JsonObject belowOf(JsonObject object, int depth) {
    String key = anyKey(object);
    JsonValue member = object.members().get(key);
    boolean replace = random.nextInt(5) == 0;
    return object.with(key, replace ? replacement() : inside(member, depth + 1));
  }

  private JsonObject changed(JsonObject object) {
    String key = anyKey(object);
    Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
    if (random.nextBoolean()) {
      members.remove(key);
    } else {
      members.put(KEYS.get(random.nextInt(KEYS.size())), replacement());
    }
    return new JsonObject(members);
  }

  private String anyKey(JsonObject object) {
    return List.copyOf(object.members().keySet()).get(random.nextInt(object.members().size()));
  }

  private JsonValue replacement() {
    return REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size()));
  }
}
