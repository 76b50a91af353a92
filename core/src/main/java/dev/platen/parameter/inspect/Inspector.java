package dev.platen.parameter.inspect;

import dev.platen.parameter.DeclaredParameter;
import java.util.List;

/** Reads the parameters that a cell declares, in one language. Takes any text, right or wrong. */
public interface Inspector {

  /**
   * The variables that the cell sets whenever it runs, in the order in which they first appear.
   *
   * @param source the source of a parameters cell
   */
  List<DeclaredParameter> inspect(String source);
}
