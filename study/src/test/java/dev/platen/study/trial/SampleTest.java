package dev.platen.study.trial;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
  private static final int MANY = 20_000;
  private static final Distribution UNIFORM = new Distribution.Span(Scale.LINEAR, -1, 3);
  private static final Distribution LOG = new Distribution.Span(Scale.LOG, 1e-6, 1e-2);

  private static Stream<Parameters> points(Sample sample) {
    return IntStream.range(0, sample.size()).mapToObj(sample::point);
  }

  private static Stream<ParameterValue> values(Sample sample, String name) {
    return points(sample).map(point -> point.value(name).orElseThrow());
  }

  private static double[] sorted(Sample sample, String name) {
    return values(sample, name).mapToDouble(v -> ((FloatValue) v).value()).sorted().toArray();
  }

  /** The greatest distance from the even distribution (Kolmogorov, Smirnov). */
  private static double unevenness(double[] sortedShares) {
    return IntStream.range(0, sortedShares.length)
        .mapToDouble(i -> Math.abs(sortedShares[i] - (i + 0.5) / sortedShares.length))
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE})
  void aUniformParameterIsUniform(long seed) {
    double[] drawn = sorted(new Sample(MANY, seed, Map.of("a", UNIFORM)), "a");

    assertThat(drawn[0]).isBetween(-1.0, -0.99);
    assertThat(drawn[MANY - 1]).isBetween(2.99, 3.0);
    assertThat(unevenness(DoubleStream.of(drawn).map(x -> (x + 1) / 4).toArray()))
        .isLessThan(1.63 / Math.sqrt(MANY));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void theLogarithmOfALogUniformParameterIsUniform(long seed) {
    double[] drawn = sorted(new Sample(MANY, seed, Map.of("wd", LOG)), "wd");

    assertThat(drawn[0]).isGreaterThanOrEqualTo(1e-6);
    assertThat(drawn[MANY - 1]).isLessThanOrEqualTo(1e-2);
    assertThat(unevenness(DoubleStream.of(drawn).map(x -> (Math.log10(x) + 6) / 4).toArray()))
        .isLessThan(1.63 / Math.sqrt(MANY));
  }

  @Test
  void wholeNumbersAreEquallyLikelyTheEndsToo() {
    Map<String, Distribution> drawn = Map.of("n", new Distribution.Whole(-2, 2), "x", UNIFORM);
    Map<Integer, Long> counts =
        values(new Sample(MANY, 5, drawn), "n")
            .collect(
                groupingBy(v -> ((IntegerValue) v).value().intValue(), TreeMap::new, counting()));

    assertThat(counts.keySet()).containsExactly(-2, -1, 0, 1, 2);
    assertThat(counts.values()).allSatisfy(n -> assertThat(n).isBetween(3800L, 4200L));
  }

  @Test
  void parametersAreDrawnIndependently() {
    Map<String, Distribution> drawn = Map.of("a", UNIFORM, "b", UNIFORM);
    double product =
        points(new Sample(MANY, 7, drawn))
            .mapToDouble(
                p ->
                    (((FloatValue) p.value("a").orElseThrow()).value() - 1)
                        * (((FloatValue) p.value("b").orElseThrow()).value() - 1))
            .average()
            .orElseThrow();

    // The variance of each is 4/3; the mean of the product has a deviation of 4/3 / √MANY.
    assertThat(Math.abs(product)).isLessThan(3 * 4 / 3.0 / Math.sqrt(MANY));
  }

  @Test
  void whatCanBeCountedIsNeverDrawnTwice() {
    Map<String, Distribution> drawn = new TreeMap<>();
    drawn.put("n", new Distribution.Whole(1, 7));
    drawn.put(
        "b", new Distribution.Choice(List.of(ParameterValue.of(true), ParameterValue.of(false))));
    drawn.put(
        "s", new Distribution.Choice(Stream.of("x", "y", "z").map(ParameterValue::of).toList()));
    Sample all = new Sample(42, 1, drawn);

    assertThat(points(all).distinct()).hasSize(42);
    assertThat(points(all)).isNotEqualTo(points(new Sample(42, 2, drawn)).toList());
    assertThat(Sample.options(drawn)).hasValueSatisfying(n -> assertThat(n).isEqualTo(42));
  }

  @Test
  void someOfManyChoicesAreAnEvenSelection() {
    Map<String, Distribution> drawn = Map.of("n", new Distribution.Whole(0, 999_999));
    double[] shares =
        values(new Sample(MANY, 3, drawn), "n")
            .mapToDouble(v -> ((IntegerValue) v).value().doubleValue() / 1e6)
            .sorted()
            .toArray();

    assertThat(unevenness(shares)).isLessThan(1.63 / Math.sqrt(MANY));
    assertThat(DoubleStream.of(shares).distinct().count()).isEqualTo(MANY);
  }

  @Test
  void morePointsLeaveTheEarlierOnesAsTheyWere() {
    for (Map<String, Distribution> drawn :
        List.of(
            Map.of("a", UNIFORM, "b", LOG),
            Map.<String, Distribution>of("n", new Distribution.Whole(1, 500)))) {
      assertThat(points(new Sample(400, 9, drawn)).limit(40))
          .containsExactlyElementsOf(points(new Sample(40, 9, drawn)).toList());
    }
  }

  @Test
  void anotherParameterLeavesTheFirstAsItWas() {
    assertThat(values(new Sample(40, 9, Map.of("a", UNIFORM, "b", LOG)), "a"))
        .containsExactlyElementsOf(values(new Sample(40, 9, Map.of("a", UNIFORM)), "a").toList());
  }

  @Test
  void anotherSeedDrawsOtherPoints() {
    List<Parameters> one = points(new Sample(100, 1, Map.of("a", UNIFORM))).toList();
    List<Parameters> two = points(new Sample(100, 2, Map.of("a", UNIFORM))).toList();

    assertThat(one).doesNotContainAnyElementsOf(two);
  }

  /** Fixed for ever: a study that goes on with another Platen or JDK must find its own trials. */
  @Test
  void theDrawsNeverChange() {
    Draws draws = new Draws(1, "dropout");

    assertThat(IntStream.range(0, 3).mapToObj(i -> Long.toHexString(draws.bits(i))))
        .containsExactly("135296917fc60657", "b7ded648f109b82d", "472939bcfaf7b34f");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 64, 65, 1000, 4097})
  void aShuffleHasEachNumberOnce(int size) {
    Shuffle shuffle = new Shuffle(new Draws(11, ""), size);

    assertThat(new HashSet<>(IntStream.range(0, size).mapToObj(shuffle::at).toList()))
        .isEqualTo(
            new HashSet<>(
                IntStream.range(0, size).boxed().collect(toMap(i -> (long) i, i -> i)).keySet()));
  }

  @Test
  void everyOrderOfThreeIsAsLikelyAsTheOthers() {
    Map<List<Long>, Long> orders =
        IntStream.range(0, 6000)
            .mapToObj(seed -> new Shuffle(new Draws(seed, ""), 3))
            .collect(groupingBy(s -> List.of(s.at(0), s.at(1), s.at(2)), counting()));

    assertThat(orders).hasSize(6);
    assertThat(orders.values()).allSatisfy(n -> assertThat(n).isBetween(880L, 1120L));
  }
}
