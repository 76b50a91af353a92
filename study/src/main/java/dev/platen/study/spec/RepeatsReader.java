package dev.platen.study.spec;

import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.read.Place;
import dev.platen.parameter.read.YamlValue;
import dev.platen.study.trial.Repeats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code repeat}, and {@code seed}: a parameter's name, or one with a list of seeds. */
final class RepeatsReader {
  private static final String EXAMPLE = "seed: seed, or seed: {seed: [3, 14, 15]}";

  private final Issues issues;
  private final Sources sources;

  RepeatsReader(Issues issues, Sources sources) {
    this.issues = issues;
    this.sources = sources;
  }

  Repeats read(Section study) {
    OptionalInt count = study.whole("repeat", 1);
    Optional<YamlValue> seed = study.value("seed");
    if (seed.isEmpty()) {
      return Repeats.of(count.orElse(1));
    }
    return seed.get() instanceof YamlValue.Mapping mapping
        ? listed(mapping, count)
        : named(seed.get(), count.orElse(1));
  }

  private Repeats named(YamlValue seed, int count) {
    if (!(seed.value().kind() == ParameterValue.Kind.STRING)) {
      issues.add(
          seed.place(),
          "'seed' names the parameter that every repeat sets anew, not " + Shapes.found(seed),
          "write " + EXAMPLE);
      return Repeats.ONCE;
    }
    String name = ((YamlValue.Scalar) seed).text();
    sources.claim(name, "'seed'", seed.place());
    return Repeats.seeded(name, count);
  }

  private Repeats listed(YamlValue.Mapping seed, OptionalInt count) {
    if (seed.entries().size() != 1) {
      issues.add(seed.place(), "'seed' takes one parameter", "write " + EXAMPLE);
      return Repeats.ONCE;
    }
    Map.Entry<String, YamlValue.Entry> only = seed.entries().entrySet().iterator().next();
    sources.claim(only.getKey(), "'seed'", only.getValue().place());
    YamlValue list = only.getValue().value();
    sources.wrote(only.getKey(), list);
    Optional<List<ParameterValue>> seeds =
        Shapes.values(list, "'" + only.getKey() + "'", "[3, 14, 15]", issues);
    if (seeds.isEmpty()) {
      return Repeats.ONCE;
    }
    checkWhole((YamlValue.Sequence) list);
    checkLength(seeds.get().size(), count, list.place());
    return Repeats.seeded(only.getKey(), seeds.get());
  }

  private void checkWhole(YamlValue.Sequence list) {
    for (YamlValue item : list.items()) {
      if (!(item.value() instanceof IntegerValue)) {
        issues.add(
            item.place(),
            "a seed is a whole number, not " + Shapes.found(item),
            "write whole numbers such as 3");
      }
    }
  }

  private void checkLength(int seeds, OptionalInt count, Place place) {
    if (count.isPresent() && count.getAsInt() != seeds) {
      issues.add(
          place,
          "there are " + seeds + " seeds for 'repeat: " + count.getAsInt() + "'",
          "list " + count.getAsInt() + " seeds, or leave 'repeat' out");
    }
  }
}
