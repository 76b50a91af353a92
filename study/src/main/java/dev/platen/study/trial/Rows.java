package dev.platen.study.trial;

import dev.platen.parameter.Parameters;
import java.util.List;

/** Parameters whose values move together: one point a row. All rows set the same parameters. */
public record Rows(List<Parameters> rows) implements Dimension {
  public Rows {
    rows = List.copyOf(rows);
  }

  @Override
  public List<String> names() {
    return List.copyOf(rows.get(0).values().keySet());
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public Parameters point(int index) {
    return rows.get(index);
  }
}
