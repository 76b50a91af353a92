package dev.platen.study.trial;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Spaces of all kinds of dimensions, from a seeded generator. */
final class RandomSpaces {
  private final Random random;
  private int names;

  RandomSpaces(long seed) {
    this.random = new Random(seed);
  }

  Space space() {
    names = 0;
    List<Dimension> dimensions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      dimensions.add(dimension());
    }
    int count = 1 + random.nextInt(3);
    Repeats repeats = random.nextBoolean() ? Repeats.of(count) : Repeats.seeded("seed", count);
    return new Space(
        new Parameters(Map.of("fixed", ParameterValue.of(random.nextLong()))),
        dimensions,
        Optional.empty(),
        repeats);
  }

  private Dimension dimension() {
    int size = 1 + random.nextInt(6);
    return switch (random.nextInt(4)) {
      case 0 -> new ListedAxis(name(), values(size));
      case 1 -> stepped(size + 1);
      case 2 -> rows(size);
      default -> sample(size);
    };
  }

  private String name() {
    return "p" + names++;
  }

  private List<ParameterValue> values(int size) {
    int kind = random.nextInt(3);
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                switch (kind) {
                  case 0 -> ParameterValue.of((long) i);
                  case 1 -> ParameterValue.of(i / 7.0);
                  default -> ParameterValue.of("value " + i);
                })
        .toList();
  }

  private Dimension stepped(int size) {
    double first = 1e-3 + random.nextDouble();
    double last = first * (1.5 + random.nextInt(100));
    Scale scale = random.nextBoolean() ? Scale.LOG : Scale.LINEAR;
    return random.nextBoolean()
        ? new SteppedAxis(name(), scale, ParameterValue.of(first), ParameterValue.of(last), size)
        : new SteppedAxis(
            name(), scale, ParameterValue.of(1L + random.nextInt(9)), ParameterValue.of(100), size);
  }

  private Dimension rows(int size) {
    List<ParameterValue> left = values(size);
    String a = name();
    String b = name();
    return new Rows(
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    Parameters.EMPTY
                        .with(a, left.get(i))
                        .with(b, ParameterValue.of((long) random.nextInt(3))))
            .toList());
  }

  private Dimension sample(int size) {
    Map<String, Distribution> drawn = new LinkedHashMap<>();
    drawn.put(name(), new Distribution.Whole(-3, 4));
    drawn.put(name(), new Distribution.Choice(values(3)));
    if (random.nextBoolean()) {
      drawn.put(name(), new Distribution.Span(Scale.LOG, 1e-6, 1));
    }
    return new Sample(size, random.nextLong(), drawn);
  }
}
