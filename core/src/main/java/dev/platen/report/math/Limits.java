package dev.platen.report.math;

/** Where an atom's scripts stand. */
enum Limits {
  /** To the right. */
  BESIDE,
  /** Above and below in display style, to the right in text style. */
  MOVABLE,
  /** Above and below. */
  STACKED
}
