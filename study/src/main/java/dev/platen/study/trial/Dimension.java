package dev.platen.study.trial;

import dev.platen.parameter.Parameters;
import java.util.List;

/**
 * A part of a space that varies on its own: each of its points is combined with each of every other
 * dimension. Points are made when they are asked for, and differ from each other.
 */
public sealed interface Dimension permits ListedAxis, SteppedAxis, Rows, Sample, Typed {
  /** The parameters that it sets in every point, in their order. */
  List<String> names();

  /** Those of them that it varies on the scale of logarithms. */
  default List<String> logarithmic() {
    return List.of();
  }

  /** The number of points, one at least. */
  int size();

  /**
   * One point.
   *
   * @param index from 0, less than {@link #size}
   */
  Parameters point(int index);
}
