package dev.platen.study.backend.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps runs that work beside each other from taking every core each: numerical libraries start a
 * thread a core unless they are told otherwise.
 */
final class ThreadCaps {
  private static final List<String> VARIABLES =
      List.of(
          "OMP_NUM_THREADS",
          "OPENBLAS_NUM_THREADS",
          "MKL_NUM_THREADS",
          "BLIS_NUM_THREADS",
          "VECLIB_MAXIMUM_THREADS",
          "NUMEXPR_NUM_THREADS",
          "RAYON_NUM_THREADS",
          "JULIA_NUM_THREADS");

  private ThreadCaps() {}

  /**
   * Every run's share of the cores, by variable.
   *
   * @param given what Platen's own environment and the user set; it stays
   */
  static Map<String, String> of(int cores, int runs, Map<String, String> given) {
    Map<String, String> caps = new LinkedHashMap<>();
    if (runs > 1) {
      String share = String.valueOf(Math.max(1, cores / runs));
      VARIABLES.stream()
          .filter(name -> !given.containsKey(name))
          .forEach(name -> caps.put(name, share));
    }
    return caps;
  }
}
