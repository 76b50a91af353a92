package dev.platen.study.compare;

/**
 * How much of the runs' texts and tables one page takes in. A script can't read files that lie
 * beside a page that was opened from a file, so what it is to compare has to be in the page. Not to
 * be used by two threads at once.
 */
final class TextBudget {
  /** Characters of JSON, all templates together: what is left of the page's eight megabytes. */
  private static final int MOST_CHARS = 2_000_000;

  /** Of notebooks that are read for them: some two seconds' work. */
  private static final long MOST_BYTES = 128L << 20;

  private long chars;
  private long bytes;

  TextBudget() {
    this(MOST_CHARS, MOST_BYTES);
  }

  TextBudget(long chars, long bytes) {
    this.chars = chars;
    this.bytes = bytes;
  }

  /** Whether a notebook of so many bytes is to be read. */
  boolean mayRead(long size) {
    if (chars <= 0 || size > bytes) {
      return false;
    }
    bytes -= size;
    return true;
  }

  /** The first that doesn't fit ends it: else thousands would be read for a rest of the space. */
  boolean mayTake(int size) {
    boolean fits = size <= chars;
    chars = fits ? chars - size : 0;
    return fits;
  }
}
