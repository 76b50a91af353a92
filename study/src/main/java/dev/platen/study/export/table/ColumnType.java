package dev.platen.study.export.table;

/** What a column holds; each of its values is of this type or absent. */
public enum ColumnType {
  /** {@link Long} */
  WHOLE,
  /** {@link Double}, NaN and the infinities too */
  NUMBER,
  /** {@link Boolean} */
  FLAG,
  /** {@link String} */
  TEXT,
  /** {@link java.time.Instant} */
  TIME
}
