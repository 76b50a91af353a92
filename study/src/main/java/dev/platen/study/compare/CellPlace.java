package dev.platen.study.compare;

/**
 * Where a cell stands in its notebook, as people find it again.
 *
 * @param number from 1, as in the report
 * @param id the notebook's own
 * @param heading the nearest above it; "" without one
 * @param label what its author calls it: a label in its options, or an id that was chosen; "" if
 *     nothing
 * @param words a caption or a description of its first image; "" if there is none
 * @param code whether it is a code cell
 * @param source "" where nobody asks for it
 * @param hash of its source
 */
record CellPlace(
    int number,
    String id,
    String heading,
    String label,
    String words,
    boolean code,
    String source,
    String hash) {

  /** For those who keep thousands of them. */
  CellPlace withoutSource() {
    return new CellPlace(number, id, heading, label, words, code, "", hash);
  }

  /** The same in every notebook that has the cell, unlike its number. */
  String name() {
    return label.isEmpty() ? "cell " + number : label;
  }
}
