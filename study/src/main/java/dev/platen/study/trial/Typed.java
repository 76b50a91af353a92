package dev.platen.study.trial;

import dev.platen.parameter.Parameters;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A dimension whose points are turned into the types that a template declares, as they are made.
 *
 * @param conversion keeps names, and gives different points for different ones
 */
public record Typed(Dimension values, UnaryOperator<Parameters> conversion) implements Dimension {
  @Override
  public List<String> names() {
    return values.names();
  }

  @Override
  public List<String> logarithmic() {
    return values.logarithmic();
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Parameters point(int index) {
    return conversion.apply(values.point(index));
  }
}
