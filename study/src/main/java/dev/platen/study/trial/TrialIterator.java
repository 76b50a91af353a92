package dev.platen.study.trial;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks through a space; holds one trial and the odometer. */
final class TrialIterator implements Iterator<Trial> {
  private final Space space;
  private final List<Dimension> dimensions;
  private final int[] odometer;
  private final Parameters[] parts;
  private Parameters point;
  private int repeat;
  private boolean ended;
  private boolean keptAny;
  private @Nullable Trial next;

  TrialIterator(Space space) {
    this.space = space;
    this.dimensions = space.dimensions();
    this.odometer = new int[dimensions.size()];
    this.parts = dimensions.stream().map(each -> each.point(0)).toArray(Parameters[]::new);
    this.point = joined();
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      Trial trial = new Trial(space.fixed(), point, repeat, space.repeats().seed(repeat));
      if (space.where().isEmpty() || space.where().get().holds(trial)) {
        next = trial;
        keptAny = true;
      }
      turn();
    }
    if (!keptAny) {
      throw space.where().orElseThrow().keepsNothing(space.size());
    }
    return next != null;
  }

  @Override
  public Trial next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Trial trial = next;
    next = null;
    return trial;
  }

  private void turn() {
    repeat++;
    if (repeat < space.repeats().count()) {
      return;
    }
    repeat = 0;
    int wheel = odometer.length - 1;
    while (wheel >= 0 && odometer[wheel] == dimensions.get(wheel).size() - 1) {
      set(wheel--, 0);
    }
    if (wheel < 0) {
      ended = true;
    } else {
      set(wheel, odometer[wheel] + 1);
      point = joined();
    }
  }

  private void set(int wheel, int index) {
    odometer[wheel] = index;
    parts[wheel] = dimensions.get(wheel).point(index);
  }

  private Parameters joined() {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    for (Parameters part : parts) {
      values.putAll(part.values());
    }
    return new Parameters(values);
  }
}
