package dev.platen.study.spec;

import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.read.Place;
import dev.platen.parameter.read.YamlValue;
import dev.platen.study.trial.Dimension;
import dev.platen.study.trial.Distribution;
import dev.platen.study.trial.Sample;
import dev.platen.study.trial.Scale;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code sample}: how many points, by which seed, and how each parameter is drawn. */
final class SampleReader {
  private static final String EXAMPLE = "{trials: 40, seed: 1, lr: {log-uniform: [1e-4, 0.1]}}";
  private static final List<String> KINDS = List.of("uniform", "log-uniform", "int", "choice");

  private final Issues issues;
  private final Sources sources;

  SampleReader(Issues issues, Sources sources) {
    this.issues = issues;
    this.sources = sources;
  }

  Optional<Dimension> read(YamlValue value) {
    Optional<YamlValue.Mapping> mapping = Shapes.mapping(value, "'sample'", EXAMPLE, issues);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    Map<String, YamlValue.Entry> entries = new LinkedHashMap<>(mapping.get().entries());
    Optional<YamlValue.Entry> trials = Optional.ofNullable(entries.remove("trials"));
    Optional<YamlValue.Entry> seed = Optional.ofNullable(entries.remove("seed"));
    if (trials.isEmpty() || entries.isEmpty()) {
      issues.add(
          value.place(),
          trials.isEmpty() ? "'sample' has no 'trials'" : "'sample' draws no parameter",
          "write it as " + EXAMPLE);
    }
    Map<String, Distribution> drawn = drawn(entries);
    long seedValue = seed.map(entry -> seed(entry.value())).orElse(0L);
    OptionalInt size =
        trials
            .map(entry -> Shapes.whole(entry.value(), "'trials'", 1, issues))
            .orElse(OptionalInt.empty());
    if (size.isEmpty() || drawn.isEmpty() || drawn.size() < entries.size()) {
      return Optional.empty();
    }
    if (!isEnough(size.getAsInt(), drawn, trials.orElseThrow().value().place())) {
      return Optional.empty(); // a point beyond the last one would be looked for without end
    }
    return Optional.of(new Sample(size.getAsInt(), seedValue, drawn));
  }

  private boolean isEnough(int size, Map<String, Distribution> drawn, Place place) {
    Optional<BigInteger> tooFew =
        Sample.options(drawn).filter(options -> options.compareTo(BigInteger.valueOf(size)) < 0);
    tooFew.ifPresent(
        options ->
            issues.add(
                place,
                "there are only " + options + " different points to draw " + size + " from",
                "take " + options + " at most, or draw from more values"));
    return tooFew.isEmpty();
  }

  private long seed(YamlValue value) {
    if (value.value() instanceof IntegerValue whole && whole.value().bitLength() < Long.SIZE) {
      return whole.value().longValue();
    }
    issues.add(
        value.place(), "'seed' takes a whole number, not " + Shapes.found(value), "write seed: 1");
    return 0;
  }

  private Map<String, Distribution> drawn(Map<String, YamlValue.Entry> entries) {
    Map<String, Distribution> drawn = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> {
          sources.claim(name, "'sample'", entry.place());
          distribution(name, entry.value()).ifPresent(found -> drawn.put(name, found));
        });
    return drawn;
  }

  private Optional<Distribution> distribution(String name, YamlValue value) {
    String example = "{uniform: [0, 0.5]} or {choice: [tanh, relu]}";
    Optional<Section> section = Section.of(value, "a sampled parameter", KINDS, example, issues);
    if (section.isEmpty() || !section.get().isKnown()) {
      return Optional.empty();
    }
    List<String> present = new ArrayList<>(KINDS);
    present.removeIf(kind -> !section.get().has(kind));
    if (present.size() != 1) {
      issues.add(
          value.place(),
          "'" + name + "' needs exactly one of " + String.join(", ", KINDS),
          "write it as " + example);
      return Optional.empty();
    }
    String kind = present.get(0);
    YamlValue given = section.get().value(kind).orElseThrow();
    String quoted = "'" + kind + "'";
    return switch (kind) {
      case "uniform" -> span(given, quoted, Scale.LINEAR);
      case "log-uniform" -> span(given, quoted, Scale.LOG);
      case "int" -> whole(given, quoted);
      default -> Shapes.values(given, quoted, "[tanh, relu]", issues).map(Distribution.Choice::new);
    };
  }

  private Optional<Distribution> span(YamlValue value, String name, Scale scale) {
    return Ends.readUpwards(value, name, scale, issues)
        .map(ends -> new Distribution.Span(scale, ends.low(), ends.high()));
  }

  private Optional<Distribution> whole(YamlValue value, String name) {
    Optional<Ends> ends = Ends.readUpwards(value, name, Scale.LINEAR, issues);
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    if (ends.get().first() instanceof IntegerValue low
        && ends.get().last() instanceof IntegerValue high
        && Math.max(Math.abs(ends.get().low()), Math.abs(ends.get().high()))
            < Distribution.Whole.LIMIT) {
      return Optional.of(new Distribution.Whole(low.value().longValue(), high.value().longValue()));
    }
    issues.add(
        value.place(),
        name + " takes two whole numbers of 15 digits at most, not " + Shapes.found(value),
        "write it as [1, 8], or draw floats with 'uniform'");
    return Optional.empty();
  }
}
