package dev.platen.study.trial;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.List;
import java.util.Map;

/** One parameter, and its values one by one. */
public record ListedAxis(String name, List<ParameterValue> values) implements Dimension {
  public ListedAxis {
    values = List.copyOf(values);
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Parameters point(int index) {
    return new Parameters(Map.of(name, values.get(index)));
  }
}
