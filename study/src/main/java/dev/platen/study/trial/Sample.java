package dev.platen.study.trial;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points drawn at random. A point depends on the seed and its own index alone: with a greater size
 * the earlier points stay what they were. Where all parameters have values that can be counted, no
 * point is drawn twice. Otherwise a parameter's values depend on no other parameter either.
 *
 * @param size not more than {@link #options}
 * @param parameters one at least
 */
public record Sample(int size, long seed, Map<String, Distribution> parameters)
    implements Dimension {
  /** Of more points than this one is hardly drawn twice, and no double could count them. */
  private static final BigInteger COUNTED = BigInteger.ONE.shiftLeft(50);

  private static final String ORDER = "";

  public Sample {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** How many different points can be drawn; empty if there is no end of them. */
  public static Optional<BigInteger> options(Map<String, Distribution> parameters) {
    BigInteger product = BigInteger.ONE;
    for (Distribution distribution : parameters.values()) {
      if (distribution.options().isEmpty()) {
        return Optional.empty();
      }
      product = product.multiply(BigInteger.valueOf(distribution.options().getAsLong()));
    }
    return Optional.of(product);
  }

  @Override
  public List<String> names() {
    return List.copyOf(parameters.keySet());
  }

  @Override
  public List<String> logarithmic() {
    return parameters.entrySet().stream()
        .filter(
            each -> each.getValue() instanceof Distribution.Span span && span.scale() == Scale.LOG)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Parameters point(int index) {
    return new Parameters(
        options(parameters)
            .filter(count -> count.compareTo(COUNTED) <= 0)
            .map(count -> counted(new Shuffle(new Draws(seed, ORDER), count.longValue()).at(index)))
            .orElseGet(() -> drawn(index)));
  }

  /** The point of that number, when all of them are counted through. */
  private Map<String, ParameterValue> counted(long number) {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    long rest = number;
    for (Map.Entry<String, Distribution> each : parameters.entrySet()) {
      long options = each.getValue().options().orElseThrow();
      values.put(each.getKey(), each.getValue().at((rest % options + 0.5) / options));
      rest /= options;
    }
    return values;
  }

  private Map<String, ParameterValue> drawn(int index) {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    parameters.forEach(
        (name, distribution) ->
            values.put(name, distribution.at(new Draws(seed, name).share(index))));
    return values;
  }
}
