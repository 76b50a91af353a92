package dev.platen.javakernel;

/**
 * Where a snippet stands.
 *
 * @param cell the cell's execution count
 * @param line the snippet's first line in it, from 1
 */
record CellPlace(int cell, int line) {
  /** A line of the snippet, from 1, as readers know it. */
  String line(long ofSnippet) {
    return "In [" + cell + "], line " + (line + ofSnippet - 1);
  }
}
