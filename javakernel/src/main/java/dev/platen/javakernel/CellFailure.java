package dev.platen.javakernel;

import dev.platen.message.ErrorContent;
import java.util.List;

/** A cell doesn't compile, or threw. */
final class CellFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final transient ErrorContent error;

  CellFailure(ErrorContent error) {
    super(error.evalue());
    this.error = error;
  }

  /** Of a magic command. */
  static CellFailure ofUsage(String what) {
    return new CellFailure(new ErrorContent("UsageError", what, List.of("UsageError: " + what)));
  }

  ErrorContent error() {
    return error;
  }
}
