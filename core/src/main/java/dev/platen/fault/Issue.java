package dev.platen.fault;

/**
 * One thing that is wrong in a file of the user's. All issues of a file are reported together.
 *
 * @param where the place inside the file, such as {@code cells[3].outputs[0].data} or {@code 12:7}
 * @param message what is wrong there, one line, lower case, no full stop
 * @param detail lines shown beneath: what is written there, and what to write instead; or ""
 */
public record Issue(String where, String message, String detail) {
  /** An issue that needs no more lines than its one. */
  public Issue(String where, String message) {
    this(where, message, "");
  }

  /** The issue in one line, without its detail. */
  @Override
  public String toString() {
    return where + ": " + message;
  }
}
