package dev.platen.report;

/** What is to be seen of a cell or a part of it. */
enum Visibility {
  SHOWN,
  FOLDED,
  REMOVED;

  boolean isRemoved() {
    return this == REMOVED;
  }

  boolean isFolded() {
    return this == FOLDED;
  }

  /** Folded, if it was removed. */
  Visibility kept() {
    return this == REMOVED ? FOLDED : this;
  }
}
