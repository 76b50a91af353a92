package dev.platen.study.compare;

import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.study.stats.VarianceShare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of the differences between points goes along with each parameter: the share of the
 * variance of the points' means, one parameter at a time. A parameter with more than {@value
 * #MOST_NUMBERS} different numbers is cut into quarters of the points first. The page's script does
 * the same for the rows that the reader leaves.
 *
 * @param shares the greatest first; those that can't be told are not among them
 */
record Importance(String metric, List<OfParameter> shares) {
  private static final int MOST_NUMBERS = 6;
  private static final int PARTS = 4;

  record OfParameter(String name, VarianceShare share) {}

  /**
   * Of a metric.
   *
   * @param groupMeans by group that of the metric
   */
  static Importance of(String metric, RunGroups runs, List<Double> groupMeans) {
    List<RunGroup> groups = runs.groups();
    double[] means = groupMeans.stream().mapToDouble(mean -> mean).toArray();
    List<OfParameter> shares = new ArrayList<>();
    for (String name : runs.varied()) {
      VarianceShare.of(levels(groups, name, means), means)
          .ifPresent(share -> shares.add(new OfParameter(name, share)));
    }
    shares.sort(Comparator.comparing((OfParameter each) -> -each.share().share()));
    return new Importance(metric, List.copyOf(shares));
  }

  private static List<?> levels(List<RunGroup> groups, String name, double[] means) {
    List<Optional<ParameterValue>> values = new ArrayList<>(groups.size());
    groups.forEach(group -> values.add(group.parameters().value(name)));
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      Optional<ParameterValue> value = values.get(i);
      OptionalDouble number = value.isPresent() ? number(value.get()) : OptionalDouble.empty();
      if (number.isEmpty()) {
        return values;
      }
      numbers[i] = number.getAsDouble();
    }
    double[] counted = new double[numbers.length];
    int n = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (Double.isFinite(means[i])) {
        counted[n++] = numbers[i];
      }
    }
    double[] sorted = Arrays.copyOf(counted, n);
    Arrays.sort(sorted);
    return Arrays.stream(sorted).distinct().count() <= MOST_NUMBERS
        ? values
        : parts(numbers, sorted);
  }

  private static List<Integer> parts(double[] numbers, double[] sorted) {
    List<Integer> parts = new ArrayList<>(numbers.length);
    for (double number : numbers) {
      parts.add(part(number, sorted));
    }
    return parts;
  }

  /** Which quarter of the points a number is in; equal numbers are in the same. */
  private static int part(double number, double[] sorted) {
    int below = 0;
    int above = sorted.length;
    while (below < above) {
      int middle = (below + above) >>> 1;
      if (sorted[middle] < number) {
        below = middle + 1;
      } else {
        above = middle;
      }
    }
    return below * PARTS / sorted.length;
  }

  private static OptionalDouble number(ParameterValue value) {
    return value instanceof IntegerValue whole
        ? OptionalDouble.of(whole.value().doubleValue())
        : value instanceof FloatValue f && Double.isFinite(f.value())
            ? OptionalDouble.of(f.value())
            : OptionalDouble.empty();
  }
}
