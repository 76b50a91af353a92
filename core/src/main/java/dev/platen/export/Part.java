package dev.platen.export;

/** What may be left out of every cell of an exported document. */
public enum Part {
  /** Code, but not what it gave. */
  INPUT,
  /** The numbers {@code In [3]}. */
  PROMPT,
  OUTPUT,
  CODE_CELL,
  MARKDOWN_CELL,
  RAW_CELL
}
