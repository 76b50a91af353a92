package dev.platen.study.trial;

import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import dev.platen.parameter.Parameters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * One parameter that goes from one number to another in equal steps, both ends included. On the
 * linear scale between whole numbers the values are whole numbers if all of them can be; otherwise
 * they are floats. Those between the ends have {@value #DIGITS} significant digits, so that tables
 * and folder names show 0.3 and not 0.30000000000000004.
 *
 * @param from a whole number or a finite float, as is {@code to}; greater than 0 on the scale of
 *     logarithms
 * @param size 2 at least
 */
public record SteppedAxis(
    String name, Scale scale, ParameterValue from, ParameterValue to, int size)
    implements Dimension {
  private static final int DIGITS = 12;
  private static final MathContext ROUNDED = new MathContext(DIGITS);

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public List<String> logarithmic() {
    return scale == Scale.LOG ? names() : List.of();
  }

  @Override
  public Parameters point(int index) {
    return new Parameters(Map.of(name, value(index)));
  }

  private ParameterValue value(int index) {
    BigDecimal first = decimal(from);
    BigDecimal last = decimal(to);
    BigDecimal steps = BigDecimal.valueOf(size - 1L);
    BigDecimal span = last.subtract(first);
    if (isWhole(span, steps)) {
      BigDecimal step = span.divide(steps);
      return new IntegerValue(first.add(step.multiply(BigDecimal.valueOf(index))).toBigInteger());
    }
    if (index == 0 || index == size - 1) {
      return ParameterValue.of((index == 0 ? first : last).doubleValue());
    }
    if (scale == Scale.LOG) {
      double share = (double) index / (size - 1);
      double value = scale.at(first.doubleValue(), last.doubleValue(), share);
      return ParameterValue.of(new BigDecimal(value).round(ROUNDED).doubleValue());
    }
    // Exact but for the one division: no digits are lost near zero.
    BigDecimal sum = first.multiply(steps).add(span.multiply(BigDecimal.valueOf(index)));
    return ParameterValue.of(sum.divide(steps, ROUNDED).doubleValue());
  }

  private boolean isWhole(BigDecimal span, BigDecimal steps) {
    return scale == Scale.LINEAR
        && from.kind() == Kind.INTEGER
        && to.kind() == Kind.INTEGER
        && span.toBigInteger().mod(steps.toBigInteger()).equals(BigInteger.ZERO);
  }

  private static BigDecimal decimal(ParameterValue number) {
    return number instanceof IntegerValue whole
        ? new BigDecimal(whole.value())
        : BigDecimal.valueOf(((FloatValue) number).value());
  }
}
