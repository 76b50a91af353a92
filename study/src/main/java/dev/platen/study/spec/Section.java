package dev.platen.study.spec;

import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.NearestName;
import dev.platen.parameter.ParameterValue.Kind;
import dev.platen.parameter.read.DurationText;
import dev.platen.parameter.read.Place;
import dev.platen.parameter.read.YamlValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A mapping of the study file with a fixed set of keys. What is wrong goes to the issues. */
final class Section {
  private final YamlValue.Mapping mapping;
  private final boolean known;
  private final Issues issues;

  private Section(YamlValue.Mapping mapping, boolean known, Issues issues) {
    this.mapping = mapping;
    this.known = known;
    this.issues = issues;
  }

  /**
   * The value as a section; keys that are none of the given are issues.
   *
   * @param name what it is called
   * @param example what to write instead of something else than a mapping
   */
  static Optional<Section> of(
      YamlValue value, String name, List<String> keys, String example, Issues issues) {
    Optional<YamlValue.Mapping> mapping = Shapes.mapping(value, name, example, issues);
    mapping.ifPresent(
        map ->
            map.entries()
                .forEach((key, entry) -> checkKnown(key, entry.place(), keys, name, issues)));
    return mapping.map(map -> new Section(map, keys.containsAll(map.entries().keySet()), issues));
  }

  private static void checkKnown(
      String key, Place place, List<String> keys, String name, Issues issues) {
    if (!keys.contains(key)) {
      issues.add(
          place,
          "'" + key + "' is no key of " + name,
          NearestName.of(key, keys)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("keys are " + String.join(", ", keys)));
    }
  }

  /** Whether it has no other keys than it may have. */
  boolean isKnown() {
    return known;
  }

  Place place() {
    return mapping.place();
  }

  /** What is under the key; a key with nothing behind it is an issue. */
  Optional<YamlValue> value(String key) {
    Optional<YamlValue.Entry> entry = Optional.ofNullable(mapping.entries().get(key));
    if (entry.isPresent() && Shapes.isNothing(entry.get().value())) {
      issues.add(
          entry.get().place(), "'" + key + "' has no value", "give it one, or remove the key");
      return Optional.empty();
    }
    return entry.map(YamlValue.Entry::value);
  }

  /** The text under the key, if it is text; whether it is, somebody else checks. */
  Optional<String> textQuietly(String key) {
    YamlValue.Entry entry = mapping.entries().get(key);
    return entry != null && entry.value() instanceof YamlValue.Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  Optional<String> text(String key) {
    return value(key).flatMap(value -> Shapes.text(value, "'" + key + "'", issues));
  }

  OptionalInt whole(String key, int least) {
    return value(key)
        .map(value -> Shapes.whole(value, "'" + key + "'", least, issues))
        .orElse(OptionalInt.empty());
  }

  /** Whether it says true; without the key it doesn't. */
  boolean flag(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isPresent() && value.get().value() instanceof BooleanValue flag) {
      return flag.value();
    }
    value.ifPresent(
        other ->
            issues.add(
                other.place(),
                "'" + key + "' takes true or false, not " + Shapes.found(other),
                "write " + key + ": true"));
    return false;
  }

  Optional<Duration> duration(String key) {
    return value(key).flatMap(value -> duration(key, value));
  }

  private Optional<Duration> duration(String key, YamlValue value) {
    Optional<Duration> span =
        (value instanceof YamlValue.Scalar scalar
                ? DurationText.read(scalar.text())
                : Optional.<Duration>empty())
            .filter(read -> !read.isZero());
    if (span.isEmpty()) {
      issues.add(
          value.place(),
          "'" + key + "' takes a span of time, not " + Shapes.found(value),
          "write it as 90s, 30m or 2h; without the key there is no limit");
    }
    return span;
  }

  /** By name what a mapping holds; nothing if it is none, which whoever reads its values tells. */
  Map<String, YamlValue.Entry> entries(String key) {
    return value(key).orElse(null) instanceof YamlValue.Mapping map ? map.entries() : Map.of();
  }

  /** By name what is written as text, such as {@code {OMP_NUM_THREADS: 1}}. */
  Map<String, String> texts(String key, String example) {
    Map<String, String> texts = new LinkedHashMap<>();
    value(key)
        .flatMap(value -> Shapes.mapping(value, "'" + key + "'", example, issues))
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (name, entry) ->
                            Shapes.text(entry.value(), "'" + name + "'", issues)
                                .ifPresent(text -> texts.put(name, text))));
    return texts;
  }

  /** One of some words. */
  Optional<String> word(String key, List<String> words) {
    return value(key)
        .flatMap(
            value -> {
              Optional<String> word =
                  Optional.of(value)
                      .filter(YamlValue.Scalar.class::isInstance)
                      .map(scalar -> ((YamlValue.Scalar) scalar).text())
                      .filter(words::contains);
              if (word.isEmpty()) {
                issues.add(
                    value.place(),
                    "'"
                        + key
                        + "' takes "
                        + String.join(" or ", words)
                        + ", not "
                        + Shapes.found(value),
                    "write one of these words");
              }
              return word;
            });
  }

  /** Whether a value is there that isn't null. */
  boolean has(String key) {
    YamlValue.Entry entry = mapping.entries().get(key);
    return entry != null && entry.value().value().kind() != Kind.NULL;
  }
}
