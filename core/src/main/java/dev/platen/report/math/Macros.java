package dev.platen.report.math;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands that a notebook's formulas define with {@code \newcommand}, {@code \def} and their
 * like. As in Jupyter, a definition holds from its formula on to the end of the notebook, so give
 * all formulas of one notebook the same object, in their order. Not safe for several threads.
 */
public final class Macros {
  private static final int MOST = 1000;

  private final Map<String, Macro> byName = new HashMap<>();

  @Nullable Macro find(String name) {
    return byName.get(name);
  }

  void define(String name, Macro macro) {
    if (byName.size() >= MOST && !byName.containsKey(name)) {
      throw new TexException("more than " + MOST + " macros");
    }
    byName.put(name, macro);
  }
}
