package dev.platen.study.compare;

import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.report.html.HtmlWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How numbers with a fraction are shown: with six digits, or as many as tell each from every other
 * value of the same parameter. The page's script does the same.
 *
 * @param digits by parameter, where six don't do
 */
record ShownNumbers(Map<String, Integer> digits) {
  private static final int ENOUGH = 6;

  /** What is farther apart, as a share of the larger, is told apart by digits enough. */
  private static final double NEAR = 1e-4;

  /** So many tell any two doubles apart: then the whole is shown as it is. */
  private static final int ALL = 17;

  ShownNumbers {
    digits = Map.copyOf(digits);
  }

  static ShownNumbers of(Collection<Parameters> points, List<String> names) {
    Map<String, Integer> digits = new HashMap<>();
    for (String name : names) {
      int needed =
          needed(
              points.stream()
                  .mapToDouble(point -> number(point.values().get(name)))
                  .filter(Double::isFinite)
                  .sorted()
                  .toArray());
      if (needed > ENOUGH) {
        digits.put(name, needed);
      }
    }
    return new ShownNumbers(digits);
  }

  /** What lies a unit of the last digit apart is never rounded to the same. */
  private static int needed(double[] sorted) {
    int needed = ENOUGH;
    for (int i = 1; i < sorted.length; i++) {
      double gap = sorted[i] - sorted[i - 1];
      double larger = Math.max(Math.abs(sorted[i]), Math.abs(sorted[i - 1]));
      // Logarithms take their time, and only what is near needs more than enough.
      if (gap > 0 && gap < NEAR * larger) {
        needed = Math.max(needed, exponent(larger) + 1 - exponent(gap));
      }
    }
    return needed;
  }

  private static int exponent(double value) {
    return (int) Math.floor(Math.log10(value));
  }

  private static double number(@Nullable ParameterValue value) {
    return value instanceof FloatValue number
        ? number.value()
        : value instanceof IntegerValue whole ? whole.value().doubleValue() : Double.NaN;
  }

  /** A parameter's value as {@link Points#words(Optional)} has it, but short. */
  String words(Parameters parameters, String name) {
    return Points.words(parameters.value(name).map(value -> rounded(name, value)));
  }

  /** Writes it into the element that is open, of which the title says the whole. */
  void write(Parameters parameters, String name, HtmlWriter html) {
    String words = words(parameters, name);
    String whole = Points.words(parameters.value(name));
    if (whole.equals(words)) {
      html.text(words);
    } else {
      html.open("span").attribute("title", whole).text(words).close();
    }
  }

  /** Such as {@code arch=mlp lr=0.333333}. */
  String words(Parameters parameters, List<String> names) {
    return names.stream()
        .map(name -> name + "=" + words(parameters, name))
        .collect(Collectors.joining(" "));
  }

  private ParameterValue rounded(String name, ParameterValue value) {
    int shown = digits.getOrDefault(name, ENOUGH);
    if (shown >= ALL
        || !(value instanceof FloatValue number)
        || !Double.isFinite(number.value())
        || number.value() == Math.rint(number.value())) {
      return value;
    }
    return ParameterValue.of(
        new BigDecimal(number.value()).round(new MathContext(shown)).doubleValue());
  }
}
